using System.Runtime.InteropServices;
using NlOpt.Cli;

using var cancellation = new CancellationTokenSource();

// The first Ctrl-C asks the command to stop and keep what is done; the second one ends the process at once.
void Stop(PosixSignalContext context)
{
    context.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return new CommandLine(Terminal.OfProcess(), Engines.OfProcess()).Run(args, cancellation.Token);
