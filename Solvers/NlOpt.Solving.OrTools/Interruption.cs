namespace NlOpt.Solving.OrTools;

/// <summary>
/// Passes a cancellation on to an engine from another thread, again and again until the run ends: engines forget a request that
/// arrives before their search has begun.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private readonly ManualResetEventSlim _ended = new();
    private readonly CancellationTokenRegistration _registration;
    private Task _repeating = Task.CompletedTask;

    public Interruption(Action interrupt, CancellationToken cancellationToken) => _registration = cancellationToken.Register(() =>
        _repeating = Task.Run(
            () =>
            {
                do interrupt();
                while (!_ended.Wait(Interval, CancellationToken.None));
            },
            CancellationToken.None));

    /// <summary>Returns only when no request is on its way any more, so that the engine may be disposed.</summary>
    public void Dispose()
    {
        _ended.Set();
        _registration.Dispose();
        _repeating.Wait(CancellationToken.None);
        _ended.Dispose();
    }
}
