"""Certificates and signatures for tests: an authority, a signer, and a PDF that it signs."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

_Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@cache
def authority(name: str = "Testautoriteit") -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    return key, _certificate(name, key, name, key, root=True)


@cache
def time_stamper(root: str = "Testautoriteit") -> DummyTimeStamper:
    """An authority that says what time it is; nothing is asked on a network."""
    key = rsa.generate_private_key(65537, 2048)
    issuer, _ = authority(root)
    certificate = _certificate("Tijdstempeldienst", key, root, issuer, root=False, stamps=True)
    return DummyTimeStamper(
        next(iter(load_certs_from_pemder_data(_pem(certificate)))),
        load_private_key_from_pemder_data(_private(key), passphrase=None),
        certs_to_embed=SimpleCertificateStore(),
    )


@cache
def signer(root: str = "Testautoriteit") -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    issuer, _ = authority(root)
    certificate = _certificate("Gemeente Wolderveen", key, root, issuer, root=False)
    return signers.SimpleSigner(
        signing_cert=next(iter(load_certs_from_pemder_data(_pem(certificate)))),
        signing_key=load_private_key_from_pemder_data(_private(key), passphrase=None),
        cert_registry=SimpleCertificateStore(),
    )


def root_pem(name: str = "Testautoriteit") -> bytes:
    return _pem(authority(name)[1])


def sign_pdf(
    pdf: bytes,
    field: str,
    root: str = "Testautoriteit",
    *,
    fresh: bool = False,
    stamper: DummyTimeStamper | None = None,
) -> bytes:
    """The PDF with one of its empty fields signed; `fresh` signs in a field of its own."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    meta = signers.PdfSignatureMetadata(
        field_name=field or "Extra", subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    done = signers.PdfSigner(meta, signer=signer(root), timestamper=stamper).sign_pdf(
        writer, existing_fields_only=not fresh
    )
    return done.getvalue()


def _certificate(
    name: str,
    key: _Key,
    issuer: str,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    root: bool,
    stamps: bool = False,
) -> x509.Certificate:
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=not root,
        content_commitment=not root,
        key_cert_sign=root,
        crl_sign=root,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
    built = (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=root, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if stamps:
        only = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        built = built.add_extension(only, critical=True)
    return built.sign(issuer_key, hashes.SHA256())


def _name(text: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, text),
            x509.NameAttribute(NameOID.COMMON_NAME, text),
        ]
    )


def _private(key: _Key) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
