"""asyncio: coroutines that wait for one another, run by a loop of events in one thread.

The loop knows what is ready and what is due; it sleeps until the next time. Nothing of it leaves the process:
connections and other programs are refused."""
from _asyncio_base import (CancelledError, InvalidStateError, BrokenBarrierError, IncompleteReadError,
                           LimitOverrunError, AbstractEventLoop, BaseEventLoop, SelectorEventLoop, EventLoop,
                           Future, Handle, TimerHandle, get_event_loop, get_running_loop, new_event_loop,
                           set_event_loop, _get_running_loop, get_event_loop_policy, set_event_loop_policy,
                           DefaultEventLoopPolicy, iscoroutine, iscoroutinefunction, isfuture, coroutines, wrap_future)
from _asyncio_groups import Runner, TaskGroup, Timeout, run, timeout, timeout_at
from _asyncio_tasks import (Task, all_tasks, as_completed, create_task, current_task, ensure_future, gather,
                            run_coroutine_threadsafe, shield, sleep, to_thread, wait, wait_for, FIRST_COMPLETED,
                            FIRST_EXCEPTION, ALL_COMPLETED)
from _asyncio_queues import (Barrier, BoundedSemaphore, Condition, Event, LifoQueue, Lock, PriorityQueue, Queue,
                             QueueEmpty, QueueFull, Semaphore)

TimeoutError = TimeoutError


def _refuse(name):
    async def refused(*args, **kwargs):
        raise PermissionError(f'asyncio.{name}() is refused: nnsh opens no connections and runs no other programs')
    refused.__name__ = refused.__qualname__ = name
    return refused


open_connection = _refuse('open_connection')
start_server = _refuse('start_server')
create_subprocess_exec = _refuse('create_subprocess_exec')
create_subprocess_shell = _refuse('create_subprocess_shell')
