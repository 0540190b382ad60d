# sched, contextvars, signal, linecache, copyreg.
import sched, contextvars, signal, time, linecache, copyreg
s = sched.scheduler(time.time, time.sleep); out = []
s.enter(.02, 1, out.append, ('b',)); s.enter(.01, 1, out.append, ('a',)); ev = s.enter(5, 1, out.append, ('c',)); s.cancel(ev); s.run(); print(out, s.empty())
v = contextvars.ContextVar('v', default=1); tok = v.set(2); print(v.get(), tok.old_value is contextvars.Token.MISSING); ctx = contextvars.copy_context(); v.reset(tok); print(v.get(), ctx[v], ctx.run(v.get))
w = contextvars.ContextVar('w')
try: w.get()
except LookupError as e: print('lookup', w.get(5))
print(signal.SIGINT, signal.Signals(15).name, signal.getsignal(signal.SIGTERM), int(signal.SIGKILL), signal.strsignal(11))
old = signal.signal(signal.SIGUSR1, lambda n, f: print('got', n)); signal.raise_signal(signal.SIGUSR1); print(old)
print(repr(linecache.getline('/nonexistent', 3)), linecache.getlines('/nonexistent'))
class C: pass
copyreg.pickle(C, lambda c: (C, ()))
print(C in copyreg.dispatch_table)
try:
    copyreg.pickle(C, 3)
except TypeError as e:
    print(e)
