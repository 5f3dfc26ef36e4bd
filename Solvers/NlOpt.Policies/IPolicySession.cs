namespace NlOpt.Policies;

/// <summary>A policy at work: one scenario after the other, stage after stage. For one thread at a time.</summary>
public interface IPolicySession : IDisposable
{
    /// <summary>
    /// Starts a new scenario: forgets everything about earlier ones, warm bases included, so that the outcome of a scenario depends on
    /// nothing but the scenario.
    /// </summary>
    void Begin();

    /// <summary>Decides a stage; stages of a scenario come in order.</summary>
    /// <param name="stage">In [0, stage count).</param>
    /// <param name="incoming">The state the stage starts from.</param>
    /// <param name="noise">What has happened in the stage.</param>
    /// <param name="cancellationToken">Stops the work; the decision is then not solved.</param>
    StageDecision Decide(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default);
}
