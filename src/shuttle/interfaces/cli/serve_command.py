"""`shuttle serve`: the desk, in a browser."""

from __future__ import annotations

import click

from shuttle.interfaces.cli.opening import person
from shuttle.interfaces.cli.settings import ledger_location, ledger_option
from shuttle.interfaces.cli.trouble import Trouble

__all__ = ["COMMANDS"]

_ANYWHERE = ("0.0.0.0", "::")  # noqa: S104


@click.command()
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="And at which port.")
@click.option(
    "--allow-host", "hosts", metavar="NAME", multiple=True, help="A name under which it may be asked for; repeatable."
)
@click.option("--secure", is_flag=True, help="It is reached by HTTPS: mark cookies for it.")
@click.option(
    "--allow-private-addresses", "private", is_flag=True, help="Let pages inside your own network be fetched."
)
@click.option("--by", metavar="NAME", help="Who decides (else SHUTTLE_USER, else your login name).")
@click.pass_context
def serve(
    context: click.Context,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    secure: bool,
    private: bool,
    by: str | None,
    ledger: str | None,
) -> None:
    """Open the desk: the whole of the ledger in a browser, on this computer.

    Nobody signs in yet: whoever reaches the address can read and decide. It listens on this computer only unless
    --host says otherwise.
    """
    try:
        import uvicorn

        from shuttle.interfaces.desk.app import create_app
        from shuttle.interfaces.desk.settings import LOCAL_HOSTS, Settings
    except ImportError as error:
        raise Trouble(f"the desk needs {error.name}. Install it with: pip install 'shuttle-diplomacy[desk]'") from error
    from shuttle.ledger.ledger import Ledger

    location = ledger_location(context, ledger)
    # Created or brought up to date before anybody asks, so that trouble is told here.
    Ledger.open(location).close()
    named = (host,) if host not in _ANYWHERE else ()
    settings = Settings(
        user=person(by),
        hosts=(*LOCAL_HOSTS, *(f"[{name}]" if ":" in name else name for name in named), *hosts),
        secure=secure,
        private_addresses=private,
    )
    if host not in ("127.0.0.1", "::1", "localhost"):
        click.echo("shuttle: anybody who reaches this address can read the ledger and decide in it.", err=True)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"The desk is at http://{shown}:{port}/ (Ctrl-C ends it).", err=True)
    uvicorn.run(
        create_app(location, settings), host=host, port=port, log_level="warning", server_header=False,
        timeout_graceful_shutdown=3,
    )  # fmt: skip


COMMANDS: tuple[click.Command, ...] = (serve,)
