# Errors of coroutines, tasks, locks, groups and contexts.
import asyncio, contextvars, types

def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", repr(result))
    except (Exception, asyncio.CancelledError, GeneratorExit) as error:
        print(source, "|", type(error).__name__, str(error).split(" at 0x")[0].split(" <")[0])

async def check(name, made):
    try:
        result = made()
        if hasattr(result, "__await__"):
            result = await result
        print(name, "gives", type(result).__name__)
    except (Exception, asyncio.CancelledError) as error:
        print(name, "|", type(error).__name__, str(error).split(" at 0x")[0].split(" <")[0])

async def one():
    return 1

async def nothing():
    await asyncio.sleep(0)

class BadIter:
    def __aiter__(self):
        return 5

class BadNext:
    def __aiter__(self):
        return self
    def __anext__(self):
        return 5

class BadEnter:
    def __aenter__(self):
        return 5
    async def __aexit__(self, *a):
        pass

class BadExit:
    async def __aenter__(self):
        return self
    def __aexit__(self, *a):
        return 5

class AwaitsCoroutine:
    def __await__(self):
        return one()

class AwaitsInt:
    def __await__(self):
        return 5

class AwaitsBare:
    def __await__(self):
        yield 5

async def agen():
    try:
        yield 1
    except GeneratorExit:
        yield 2

async def plain():
    yield 1
    await asyncio.sleep(0)
    yield 2

async def loops(kind):
    async for x in kind():
        return x

async def withs(kind):
    async with kind() as x:
        return x

async def awaits(kind):
    return await kind()

async def twice():
    c = one()
    await c
    await c

async def already():
    c = nothing()
    t = asyncio.ensure_future(c)
    await asyncio.sleep(0)
    try:
        await c
    finally:
        await t

async def running():
    g = plain()
    first = g.__anext__()
    await first
    second = g.__anext__()
    second.send(None)
    await g.__anext__()

async def again():
    g = plain()
    a = g.__anext__()
    await a
    await a

async def again_send():
    g = plain()
    a = g.asend(None)
    await a
    await a

async def again_close():
    g = plain()
    a = g.aclose()
    await a
    await a

async def again_throw():
    g = plain()
    a = g.athrow(ValueError("x"))
    try:
        await a
    except ValueError:
        pass
    await a

async def ignored():
    g = agen()
    await g.__anext__()
    await g.aclose()

async def first_send():
    await plain().asend(5)

async def group_inside():
    g = asyncio.TaskGroup()
    async with g:
        await g.__aenter__()

async def group_finished():
    g = asyncio.TaskGroup()
    async with g:
        pass
    c = one()
    try:
        g.create_task(c)
    finally:
        c.close()

async def group_fresh():
    c = one()
    try:
        asyncio.TaskGroup().create_task(c)
    finally:
        c.close()

async def group_shutting():
    async def bad(g):
        await asyncio.sleep(0)
        raise ValueError("x")
    async def late(g):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            c = one()
            try:
                g.create_task(c)
            finally:
                c.close()
    async with asyncio.TaskGroup() as g:
        g.create_task(bad(g))
        g.create_task(late(g))

async def timeout_twice():
    t = asyncio.timeout(1)
    async with t:
        async with t:
            pass

async def timeout_late():
    t = asyncio.timeout(1)
    async with t:
        pass
    t.reschedule(5)

async def runner_inside():
    with asyncio.Runner() as r:
        c = one()
        try:
            r.run(c)
        finally:
            c.close()

async def run_inside():
    c = one()
    try:
        asyncio.run(c)
    finally:
        c.close()

async def loop_inside(what):
    loop = asyncio.get_running_loop()
    c = one()
    try:
        return getattr(loop, what)(*([c] if what == "run_until_complete" else []))
    finally:
        c.close()

async def other_loop():
    loop = asyncio.new_event_loop()
    c = one()
    try:
        loop.run_until_complete(c)
    finally:
        c.close()
        loop.close()

async def future_states():
    f = asyncio.get_running_loop().create_future()
    await check("result", f.result)
    await check("exception", f.exception)
    await check("set_exception", lambda: f.set_exception(StopIteration))
    f.set_result(1)
    await check("set_result twice", lambda: f.set_result(1))
    await check("set_exception late", lambda: f.set_exception(ValueError()))
    g = asyncio.get_running_loop().create_future()
    g.cancel()
    await check("cancelled result", g.result)
    await check("cancelled exception", g.exception)
    h = asyncio.get_running_loop().create_future()
    it = h.__await__()
    it.send(None)
    try:
        it.send(None)
    except Exception as e:
        print("send", type(e).__name__, e)
    t = asyncio.ensure_future(one())
    await check("task set_result", lambda: t.set_result(1))
    await check("task set_exception", lambda: t.set_exception(ValueError()))
    await check("task result", t.result)
    await t

async def locks():
    c = asyncio.Condition()
    await check("notify", lambda: c.notify())
    await check("wait", lambda: c.wait())
    await check("release", lambda: c.release())
    await check("lock", lambda: asyncio.Lock().release())
    await check("semaphore", lambda: asyncio.Semaphore(-1))
    await check("bounded", lambda: asyncio.BoundedSemaphore(1).release())
    await check("barrier", lambda: asyncio.Barrier(0))
    await check("queue", lambda: asyncio.Queue().task_done())
    await check("get_nowait", lambda: asyncio.Queue().get_nowait())
    q = asyncio.Queue(1)
    q.put_nowait(1)
    await check("put_nowait", lambda: q.put_nowait(1))
    b = asyncio.Barrier(2)
    await b.abort()
    await check("broken", lambda: b.wait())
    loop = asyncio.get_running_loop()
    await check("call_later", lambda: loop.call_later(None, print))
    await check("call_at", lambda: loop.call_at(None, print))
    await check("factory", lambda: loop.set_task_factory(5))
    await check("handler", lambda: loop.set_exception_handler(5))
    await check("create_task", lambda: asyncio.create_task(5))
    await check("Task", lambda: asyncio.Task(5))
    await check("ensure_future", lambda: asyncio.ensure_future(5))
    await check("wait empty", lambda: asyncio.wait([]))
    await check("wait 5", lambda: asyncio.wait(5))
    t = asyncio.ensure_future(one())
    await check("wait future", lambda: asyncio.wait(t))
    await check("wait when", lambda: asyncio.wait([t], return_when="x"))
    c = one()
    await check("wait coroutine", lambda: asyncio.wait([c]))
    c.close()
    await check("wait_for", lambda: asyncio.wait_for(5, 1))
    await check("gather", lambda: asyncio.gather(5))
    await check("shield", lambda: asyncio.shield(5))
    await check("as_completed", lambda: asyncio.as_completed(t))
    await check("as_completed 5", lambda: asyncio.as_completed(5))
    other = asyncio.new_event_loop()
    f = other.create_future()
    await check("other loop", lambda: asyncio.ensure_future(f, loop=loop))
    await check("other gather", lambda: asyncio.gather(f, t))
    other.close()
    await check("sleep", lambda: asyncio.sleep("a"))
    await check("threadsafe", lambda: asyncio.run_coroutine_threadsafe(5, loop))
    await check("timeout", lambda: asyncio.timeout(0.01).reschedule(5))
    await t

async def main():
    for name, made in (("loops", lambda: loops(BadIter)), ("loops next", lambda: loops(BadNext)), ("loops list", lambda: loops(list)),
                       ("with enter", lambda: withs(BadEnter)), ("with exit", lambda: withs(BadExit)), ("with list", lambda: withs(list)),
                       ("await coroutine", lambda: awaits(AwaitsCoroutine)), ("await int", lambda: awaits(AwaitsInt)), ("await list", lambda: awaits(list)),
                       ("await bare", lambda: asyncio.ensure_future(awaits(AwaitsBare))),
                       ("twice", twice), ("already", already), ("running", running), ("again", again), ("again_send", again_send), ("again_close", again_close), ("again_throw", again_throw),
                       ("ignored", ignored), ("first_send", first_send), ("group_inside", group_inside), ("group_finished", group_finished), ("group_fresh", group_fresh),
                       ("group_shutting", group_shutting), ("timeout_twice", timeout_twice), ("timeout_late", timeout_late), ("runner_inside", runner_inside), ("run_inside", run_inside),
                       ("run_until_complete", lambda: loop_inside("run_until_complete")), ("run_forever", lambda: loop_inside("run_forever")), ("close", lambda: loop_inside("close")), ("other", other_loop),
                       ("aiter", lambda: aiter(5)), ("aiter bad", lambda: aiter(BadIter())), ("anext", lambda: anext(5)), ("anext bad", lambda: anext(BadNext()))):
        await check(name, made)
    await future_states()
    await locks()

asyncio.run(main())

def closed_runner():
    r = asyncio.Runner()
    r.close()
    c = one()
    try:
        r.run(c)
    finally:
        c.close()

def stopped():
    loop = asyncio.new_event_loop()
    try:
        loop.call_soon(loop.stop)
        loop.run_until_complete(loop.create_future())
    finally:
        loop.close()

def closed_loop():
    loop = asyncio.new_event_loop()
    loop.close()
    loop.call_soon(print)

def closed_run():
    loop = asyncio.new_event_loop()
    loop.close()
    loop.run_forever()

def group_outside():
    c = asyncio.TaskGroup().__aenter__()
    c.send(None)

def timeout_outside():
    async def f():
        async with asyncio.timeout(1):
            pass
    f().send(None)

def context_twice():
    c = contextvars.copy_context()
    c.run(lambda: c.run(print))

def token_twice():
    v = contextvars.ContextVar("v")
    t = v.set(1)
    v.reset(t)
    v.reset(t)

def token_other():
    v, w = contextvars.ContextVar("v"), contextvars.ContextVar("w")
    w.reset(v.set(1))

def token_context():
    v = contextvars.ContextVar("v")
    t = contextvars.copy_context().run(v.set, 1)
    v.reset(t)

for source in ("asyncio.get_running_loop()", "asyncio.run(5)", "asyncio.run(one)", "closed_runner()", "asyncio.Runner().run(5)", "stopped()", "closed_loop()", "closed_run()", "group_outside()", "timeout_outside()",
               "context_twice()", "token_twice()", "token_other()", "token_context()", "contextvars.ContextVar(5)", "contextvars.ContextVar('a').get()", "contextvars.copy_context()[5]", "contextvars.copy_context()[contextvars.ContextVar('b')]", "contextvars.ContextVar('a').reset(5)", "contextvars.copy_context().run(5)",
               "types.coroutine(5)", "asyncio.iscoroutine(5)", "asyncio.Event().wait()  and 1", "one().throw(5)", "one().send(5)", "asyncio.sleep(0).send(1)", "asyncio.current_task()", ):
    attempt(source)
