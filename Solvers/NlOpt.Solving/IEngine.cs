using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// The native side of a session: what an adapter writes for its engine. <see cref="EngineSolver"/> puts validation before it and the
/// result check after it, so an adapter only translates. Used by one thread at a time.
/// </summary>
public interface IEngine : IDisposable
{
    /// <summary>Takes over a whole problem, replacing any before.</summary>
    /// <returns>Null when done; else why this engine cannot take the problem (<c>solve.unsupported</c>).</returns>
    Diagnostic? Load(WorkingProblem problem);

    /// <summary>Takes over changes of the problem last loaded.</summary>
    /// <returns>True when done; false when the engine wants <see cref="Load"/> instead, and has changed nothing that matters then.</returns>
    bool TryUpdate(WorkingProblem problem, ProblemChanges changes);

    /// <summary>Solves what was last loaded and updated.</summary>
    /// <param name="timeLimit">Wall-clock limit, greater than zero; null for none.</param>
    /// <param name="cancellationToken">To be obeyed within a fraction of a second; the answer is then <see cref="EngineStatus.Stopped"/>.</param>
    EngineAnswer Run(TimeSpan? timeLimit, CancellationToken cancellationToken);
}
