"""The command line: `convenant`. One file a command; heavy parts are imported where they run."""

from __future__ import annotations

import errno
import sys
from importlib import import_module
from typing import NoReturn

import click

from convenant import __version__
from convenant.cli.steps.speech import say, speaker
from convenant.cli.steps.surroundings import close_what_is_full, prepare_process
from convenant.errors import ConvenantError
from convenant.locale import N_

COMMANDS = {
    N_("Begin"): (
        "init",
        "new",
        "upgrade",
    ),
    N_("Write, check and build"): (
        "check",
        "build",
        "diff",
        "explain",
        "schema",
        "migrate",
    ),
    N_("Decide together"): (
        "propose",
        "proposals",
        "proposal",
        "withdraw",
        "agenda",
        "meeting",
        "status",
        "history",
        "why",
        "notebook",
        "sync",
        "gate",
        "github",
        "archive",
    ),
    N_("Agree and sign"): (
        "review",
        "consent",
        "digest",
        "sign",
        "release",
        "verify",
        "dates",
    ),
}
"""Commands in the order of `--help`; each is a module of this package with a `command`."""

BROKEN_SURROUNDINGS = 3

_REFUSALS = frozenset(
    getattr(errno, name)
    for name in (
        *("ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EACCES", "EPERM", "EIO", "EMFILE", "ENFILE"),
        *("ENAMETOOLONG", "ELOOP"),
    )
    if hasattr(errno, name)
)
"""What any step may meet, also one that expects nothing: never a fault of the program."""


class _Commands(click.Group):
    """Imports a command when it is asked for, so that starting costs little."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for names in COMMANDS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"convenant.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101  (for the type checker)
        return _in_words(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, names in COMMANDS.items():
            commands = [(name, self.get_command(ctx, name)) for name in names]
            # The first sentence whole: half a sentence helps nobody choose.
            rows = [(name, c.get_short_help_str(limit=200)) for name, c in commands if c]
            with formatter.section(say(heading)):
                formatter.write_dl(rows)


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked:
        return
    from importlib.metadata import version

    from convenant.edges.engine.pandoc import pandoc_version

    click.echo(f"convenant {__version__}")
    click.echo(f"pandoc {pandoc_version()}")
    click.echo(f"typst {version('typst')}")
    ctx.exit()


def _in_words(command: click.Command) -> click.Command:
    """The command with the words of its usage line in the user's language."""
    command.options_metavar = say(N_("[OPTIONS]"))
    if isinstance(command, click.Group):
        command.subcommand_metavar = say(N_("COMMAND [ARGS]..."))
    return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(N_("Agreements that partners draft together and can trust.")),
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help=say(N_("Show the versions of convenant, pandoc and Typst.")),
)
def cli() -> None:
    """The group of all commands."""


def main() -> None:
    """Run the command line; broken surroundings end with one sentence, a hint and exit code 3."""
    prepare_process()
    try:
        _in_words(cli)(prog_name="convenant")
    except ConvenantError as error:
        _end(error)
    except OSError as error:
        if error.errno not in _REFUSALS:
            raise
        close_what_is_full()
        _end(
            ConvenantError(
                N_("The computer refuses: {reason}."),
                N_("Check that the disk is not full and that you may read and write here."),
                reason=": ".join(filter(None, (error.strerror, str(error.filename or "")))),
            )
        )


def _end(error: ConvenantError) -> NoReturn:
    voice = speaker()
    click.echo(_shown(voice.say(error.message, **error.values)), err=True)
    if error.hint:
        click.echo(f"→ {_shown(voice.say(error.hint, **error.values))}", err=True)
    sys.exit(BROKEN_SURROUNDINGS)


def _shown(text: str) -> str:
    """The text on one line: a line end in a path could start a command in some logs."""
    return "".join(c if c.isprintable() or c == "\u00a0" else ascii(c)[1:-1] for c in text)
