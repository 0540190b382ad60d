# Errors of pickles, event loops and files by number; tuples that hold themselves.
import asyncio, fileinput, os, pickle


def attempt(source):
    try:
        print(source, "gives", repr(eval(source)))
    except Exception as error:
        print(source, "|", type(error).__name__, str(error).split(" at 0x")[0].split(" from '")[0].replace("'>", "'"))


class A:
    pass


Earlier = A


class A:
    pass


class Gone:
    pass


Left = Gone
gone_data = pickle.dumps(Gone())
del Gone


def local_class():
    class Inner:
        pass
    return Inner


def local_function():
    def inner():
        pass
    return inner


class TextFile:
    def read(self, size=-1):
        return "text"

    def readline(self):
        return "text"


for source in ("pickle.loads(gone_data)", "pickle.dumps(Earlier())", "pickle.dumps(Earlier)", "pickle.dumps(Left)", "pickle.dumps(Left())", "pickle.dumps(local_class())",
               "pickle.dumps(local_class()())", "pickle.dumps(local_function())", "pickle.dumps(lambda: 1)", "pickle.loads(b'P1\\n.')", "pickle.loads(b'Q.')",
               "pickle.load(TextFile())", "pickle.loads(b'X\\x05\\0\\0\\0ab')", "pickle.loads(b'I12')", "pickle.loads('a')", "pickle.loads(b'')",
               "pickle.loads(b'\\x80\\x04\\x8c\\x05ab')", "pickle.loads(b'c__main__\\nNope\\n.')", "pickle.loads(b'\\x82\\x05.')", "pickle.loads(b'\\x83\\x05\\x01.')",
               "pickle.loads(b'c__main__')", "pickle.loads(b'S12\\n.')", "list(asyncio.as_completed(asyncio.sleep(0)))", "[asyncio.set_event_loop(None), asyncio.get_event_loop()]",
               "os.fdopen('a')", "os.fdopen(1.5)"):
    attempt(source)
items = []
inside = (items,)
items.append(inside)
again = pickle.loads(pickle.dumps(inside))
print(again[0][0] is again, type(again).__name__)
items = []
inside = (items, 1, 2, 3)
items.append(inside)
again = pickle.loads(pickle.dumps(inside))
print(again[0][0] is again, again[1:])
names = {}
names["t"] = inside = (names, names)
for protocol in (3, 4):
    again = pickle.loads(pickle.dumps(inside, protocol))
    print(again[0]["t"] is again, again[0] is again[1])
runner = asyncio.Runner()
print(runner.run(asyncio.sleep(0, "slept")))
runner.close()
for source in ("runner.get_loop()", "runner.run(None)", "runner.__enter__()"):
    attempt(source)


def drive(coroutine):
    loop = asyncio.new_event_loop()

    def inside():
        try:
            coroutine.send(None)
        except Exception as error:
            print(type(error).__name__, error)
        loop.stop()
    loop.call_soon(inside)
    loop.run_forever()
    loop.close()


async def timed():
    async with asyncio.timeout(1):
        pass


async def grouped():
    async with asyncio.TaskGroup():
        pass


async def shown():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0))
        print(group)


class Ends:
    count = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.count += 1
        if self.count == 2:
            del Ends.__anext__
        return self.count


async def loops():
    async for number in Ends():
        print(number)


drive(timed())
drive(grouped())
asyncio.run(shown())
try:
    asyncio.run(loops())
except TypeError as error:
    print(error)
with open("lines.txt", "w") as file:
    file.write("1\n2\n")
print(fileinput.input("lines.txt").readline())
try:
    fileinput.input("lines.txt")
except RuntimeError as error:
    print(error)
fileinput.close()
