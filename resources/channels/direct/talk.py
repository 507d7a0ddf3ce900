"""Talks to a stored agent: sound in on stdin, sound out on stdout, both 16-bit mono PCM at 24 kHz.

    export ASSEMBLYAI_API_KEY=...
    sox -q -d -t raw -r 24000 -e signed -b 16 -c 1 - | python3 talk.py | sox -q -t raw -r 24000 -e signed -b 16 -c 1 - -d

Use headphones, or the agent hears itself. From a file: python3 talk.py < question.raw > answer.raw

Needs Python 3.11 and nothing else. With the package `websockets`, the class Socket below is two lines:
    socket = await websockets.connect(SOCKET_URL, additional_headers={"Authorization": f"Bearer {key}"})
    await socket.send(json.dumps(message)); text = await socket.recv()
"""

import asyncio
import base64
import json
import os
import struct
import sys
import threading
import time
from urllib.parse import urlsplit

AGENT_ID = "__AGENT_ID__"
SOCKET_URL = "__SOCKET_URL__"
CHUNK_SECONDS = 0.05
CHUNK_BYTES = int(24_000 * 2 * CHUNK_SECONDS)


class Socket:
    """A WebSocket client (RFC 6455): text messages, one sender at a time."""

    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    @classmethod
    async def connect(cls, url, headers):
        parts = urlsplit(url)
        secure = parts.scheme == "wss"
        port = parts.port or (443 if secure else 80)
        reader, writer = await asyncio.open_connection(parts.hostname, port, ssl=secure or None)
        lines = [
            f"GET {parts.path} HTTP/1.1",
            f"Host: {parts.netloc}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            "Sec-WebSocket-Version: 13",
            *(f"{name}: {value}" for name, value in headers.items()),
        ]
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
        answer = await reader.readuntil(b"\r\n\r\n")
        status = answer.split(b" ", 2)[1]
        if status != b"101":
            raise ConnectionError(f"the service answered with status {status.decode()}")
        return cls(reader, writer)

    async def send(self, message):
        self._frame(0x1, json.dumps(message).encode())
        await self.writer.drain()

    async def receive(self):
        """The next message; None when the connection is closed."""
        text = b""
        while True:
            try:
                first, second = await self.reader.readexactly(2)
                length = second & 0x7F
                if length == 126:
                    (length,) = struct.unpack("!H", await self.reader.readexactly(2))
                elif length == 127:
                    (length,) = struct.unpack("!Q", await self.reader.readexactly(8))
                payload = await self.reader.readexactly(length)
            except (asyncio.IncompleteReadError, ConnectionError):
                return None
            opcode = first & 0x0F
            if opcode == 0x8:
                return None
            if opcode == 0x9:
                self._frame(0xA, payload)
            elif opcode in (0x0, 0x1):
                text += payload
                if first & 0x80:
                    return json.loads(text)

    def close(self):
        self._frame(0x8, struct.pack("!H", 1000))
        self.writer.close()

    def _frame(self, opcode, payload):
        length = len(payload)
        if length < 126:
            head = struct.pack("!BB", 0x80 | opcode, 0x80 | length)
        elif length < 65_536:
            head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, length)
        else:
            head = struct.pack("!BBQ", 0x80 | opcode, 0x80 | 127, length)
        mask = os.urandom(4)
        keys = (mask * (length // 4 + 1))[:length]
        masked = int.from_bytes(payload, "big") ^ int.from_bytes(keys, "big")
        self.writer.write(head + mask + masked.to_bytes(length, "big"))


class Microphone:
    """stdin, read by a thread of its own, because a pipe may block."""

    def __init__(self):
        self.sound, self.ended = bytearray(), False
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        while block := os.read(0, 4_096):
            self.sound += block
            while len(self.sound) > CHUNK_BYTES * 100:
                time.sleep(CHUNK_SECONDS)
        self.ended = True

    def chunk(self):
        chunk = bytes(self.sound[:CHUNK_BYTES])
        del self.sound[: len(chunk)]
        return chunk.ljust(CHUNK_BYTES, b"\0")


# Your own tools go here: return what the agent should know.
async def run_tool(name, arguments):
    raise LookupError(f"There is no tool {name} here.")


class Talk:
    def __init__(self, socket):
        self.socket = socket
        self.served_tools = set()
        self.dropped = ""  # The reply that was interrupted: what still comes of it is not played.
        self.busy = set()  # Replies and calls under way.
        self.quiet_since = time.monotonic()
        self.tasks = set()

    async def run(self):
        await self.socket.send({"type": "session.update", "session": {"agent_id": AGENT_ID}})
        ended = False
        while (event := await self.socket.receive()) is not None:
            ended = event["type"] == "session.ended"
            if ended:
                break
            self.handle(event)
        self.socket.close()
        if not ended:
            raise ConnectionError("the connection closed")

    def handle(self, event):
        kind = event["type"]
        if kind == "session.ready":
            config = event.get("config", {})
            for direction in ("input", "output"):
                encoding = config.get(direction, {}).get("format", {}).get("encoding", "audio/pcm")
                if encoding != "audio/pcm":
                    sys.exit(f"This agent's {direction} is {encoding}: store it with audio/pcm.")
            self.remember(config)
            self.start(self.send_sound())
        elif kind == "session.updated":
            self.remember(event.get("config", {}))
        elif kind == "transcript.user":
            print("You:", event["text"], file=sys.stderr, flush=True)
        elif kind == "transcript.agent":
            print("Agent:", event["text"], file=sys.stderr, flush=True)
        elif kind == "reply.started":
            self.busy.add(event["reply_id"])
        elif kind == "reply.audio":
            if event["reply_id"] != self.dropped:
                sys.stdout.buffer.write(base64.b64decode(event["data"]))
                sys.stdout.buffer.flush()
        elif kind == "reply.done":
            if event.get("status") == "interrupted":
                self.dropped = event["reply_id"]
            self.done(event["reply_id"])
        elif kind == "tool.call":
            self.start(self.answer(event))
        elif kind == "session.error":
            print("The service:", event.get("code"), event.get("message", ""), file=sys.stderr, flush=True)

    def remember(self, config):
        """Tools with an `http` block are run by the service; their calls are told, not asked."""
        self.served_tools = {tool["name"] for tool in config.get("tools", []) if tool.get("http")}

    async def answer(self, call):
        if call["name"] in self.served_tools:
            return
        self.busy.add(call["call_id"])
        failed = False
        try:
            value = await run_tool(call["name"], call["arguments"])
        except Exception as error:
            value, failed = {"error": str(error)}, True
        result = {"call_id": call["call_id"], "result": json.dumps(value), "is_error": failed}
        await self.socket.send({"type": "tool.result", **result})
        self.done(call["call_id"])

    def done(self, name):
        self.busy.discard(name)
        self.quiet_since = time.monotonic()

    async def send_sound(self):
        """The service wants sound at the pace of a microphone, silence included: it ends turns by it."""
        microphone = Microphone()
        due = time.monotonic()
        # When the sound came from a file, the talk ends after the last answer.
        while self.busy or not (microphone.ended and time.monotonic() - self.quiet_since > 5):
            chunk = microphone.chunk()
            if microphone.sound:
                self.quiet_since = time.monotonic()
            await self.socket.send({"type": "input.audio", "audio": base64.b64encode(chunk).decode()})
            due += CHUNK_SECONDS
            await asyncio.sleep(max(0, due - time.monotonic()))
        await self.end()

    async def end(self):
        """An open session is billed by the second: end it, do not just leave."""
        await self.socket.send({"type": "session.end"})

    def start(self, work):
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)


async def main():
    key = os.environ.get("ASSEMBLYAI_API_KEY")
    if not key:
        sys.exit("Set ASSEMBLYAI_API_KEY to your key.")
    socket = await Socket.connect(SOCKET_URL, {"Authorization": f"Bearer {key}"})
    talk = Talk(socket)
    running = asyncio.ensure_future(talk.run())
    try:
        await asyncio.shield(running)
    except asyncio.CancelledError:  # Ctrl+C
        await talk.end()
        await asyncio.wait_for(running, 5)


try:
    asyncio.run(main())
except KeyboardInterrupt:
    pass
except (OSError, asyncio.TimeoutError) as error:
    sys.exit(f"The service could not be reached: {error}")
