using System.Diagnostics;

namespace NlOpt.Solving;

/// <summary>The time of one solve: how much of it is left, and how much the engine took.</summary>
internal sealed class SolveClock(TimeSpan? limit)
{
    private static readonly TimeSpan Smallest = TimeSpan.FromMilliseconds(1);
    private readonly long _start = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public TimeSpan EngineElapsed { get; private set; }

    /// <summary>True when the limit is reached, or so nearly that an engine may have stopped for it: their clocks differ from ours.</summary>
    public bool IsSpent => limit is { } most && Elapsed >= 0.9 * most;

    /// <summary>Runs an engine for the time that is left, but for a moment at least, so that easy problems are solved under any limit.</summary>
    public EngineAnswer Run(IEngine engine, CancellationToken cancellationToken)
    {
        var before = Stopwatch.GetTimestamp();
        var left = limit - Elapsed;
        var answer = engine.Run(left < Smallest ? Smallest : left, cancellationToken);
        EngineElapsed += Stopwatch.GetElapsedTime(before);
        return answer;
    }
}
