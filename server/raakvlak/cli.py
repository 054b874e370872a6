"""The command `raakvlak`: `raakvlak serve` runs a server until it is told to stop; `raakvlak templates` lists and
checks canvases.

What cannot be is one sentence on the error output and a non-zero exit, never a traceback.
"""

import argparse
import asyncio
import logging
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import raakvlak
from raakvlak.access.key import load_key
from raakvlak.canvases import TemplateError, templates
from raakvlak.config import Config
from raakvlak.log import Log, LogError
from raakvlak.log.redis import RedisLog
from raakvlak.log.sqlite import SqliteLog
from raakvlak.templates_command import add_templates, run_templates
from raakvlak.web.app import create_app
from raakvlak.web.server import make_server

LOG_LEVELS = ("debug", "info", "warning", "error")


class StartError(Exception):
    """Why the server cannot start, as a sentence."""


def _parser(environment: Mapping[str, str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="raakvlak", description="Shared canvases for partner workshops.")
    parser.add_argument("--version", action="version", version=raakvlak.__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="run a server", formatter_class=argparse.ArgumentDefaultsHelpFormatter)

    def option(name: str, default: str | None, text: str) -> None:
        variable = f"RAAKVLAK_{name.upper().replace('-', '_')}"
        serve.add_argument(f"--{name}", default=environment.get(variable) or default, help=f"{text} ({variable})")

    option("host", "127.0.0.1", "address to listen on; 0.0.0.0 for all")
    option("port", "8000", "port to listen on")
    option("data", "data", "folder for what is saved")
    option("redis", None, "redis://host:port/0 that all workers share, instead of the folder")
    option("public-url", None, "where people reach this server, such as https://canvas.example.org")
    option("create-code", None, "code needed to make a workshop")
    option("log-level", "warning", f"one of {', '.join(LOG_LEVELS)}")
    add_templates(commands)
    return parser


def _config(options: argparse.Namespace, environment: Mapping[str, str]) -> Config:
    if not options.port.isascii() or not options.port.isdigit() or not 0 < int(options.port) < 65536:
        raise StartError(f"Expected a port from 1 to 65535, but got {options.port!r}.")
    if options.log_level not in LOG_LEVELS:
        raise StartError(f"Expected a log level ({', '.join(LOG_LEVELS)}), but got {options.log_level!r}.")
    if options.redis and not options.redis.startswith(("redis://", "rediss://", "unix://")):
        raise StartError(
            f"Expected the address of a Redis such as redis://localhost:6379/0, but got {options.redis!r}."
        )
    if options.public_url:
        address = urlsplit(options.public_url)
        if address.scheme not in ("http", "https") or not address.netloc or address.path not in ("", "/"):
            raise StartError(f"Expected a public address such as https://host, but got {options.public_url!r}.")
    return Config(
        host=options.host,
        port=int(options.port),
        data=Path(options.data),
        redis=options.redis,
        public_url=options.public_url.rstrip("/") if options.public_url else None,
        create_code=options.create_code,
        secret=environment.get("RAAKVLAK_SECRET") or None,
        trust_redis=environment.get("RAAKVLAK_TRUST_REDIS") == "1",
    )


def _listen(config: Config) -> socket.socket:
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((config.host, config.port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise StartError(
            f"Expected to listen on {config.host}:{config.port}, but could not: {error.strerror}. "
            "Stop what uses that port, or choose another with --port."
        ) from error
    return listening


def _log(config: Config) -> Log:
    if config.redis:
        return RedisLog(config.redis, trust_settings=config.trust_redis)
    return SqliteLog(config.data)


async def _serve(config: Config, log_level: str) -> None:
    try:
        found = templates()
    except TemplateError as error:
        raise StartError(str(error)) from error
    listening = _listen(config)
    log = _log(config)
    try:
        await log.start()
        key = load_key(config.data, config.secret)
    except LogError as error:
        raise StartError(str(error)) from error
    except OSError as error:
        raise StartError(f"Expected a data folder that can be written, but {config.data}: {error.strerror}.") from error
    server = make_server(config, create_app(config, log, found, key), log_level, ready=lambda: _announce(config))
    try:
        await server.serve(sockets=[listening])
    finally:
        await log.close()


def _announce(config: Config) -> None:
    sys.stdout.write(f"Raakvlak is ready. Open {config.address} in a browser. Ctrl-C stops it.\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code."""
    options = _parser(os.environ).parse_args(arguments)
    if options.command == "templates":
        return run_templates(options)
    logging.basicConfig(level=options.log_level.upper() if options.log_level in LOG_LEVELS else "WARNING")
    try:
        config = _config(options, os.environ)
        asyncio.run(_serve(config, options.log_level))
    except StartError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
