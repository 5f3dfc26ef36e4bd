namespace NlOpt.Policies.Tsddr.Optimizers;

/// <summary>
/// Learning rates over a training, phase after phase (cosine annealing with warm-up; Loshchilov and Hutter 2017). After the last phase its
/// last rate stays.
/// </summary>
public sealed record LearningRateSchedule
{
    /// <summary>Makes a schedule.</summary>
    /// <param name="phases">At least one.</param>
    /// <exception cref="ArgumentException">There is none, or one makes no sense; the message says why.</exception>
    public LearningRateSchedule(params ImmutableArray<LearningRatePhase> phases)
    {
        if (phases.IsDefaultOrEmpty) throw new ArgumentException("A schedule has at least one phase.", nameof(phases));
        foreach (var phase in phases)
            if (phase.Fault is { } fault) throw new ArgumentException(fault, nameof(phases));
        Phases = phases;
    }

    /// <summary>The phases in order.</summary>
    public ImmutableArray<LearningRatePhase> Phases { get; }

    /// <summary>Updates of all phases together.</summary>
    public int Updates => Phases.Sum(phase => phase.Updates);

    /// <summary>The learning rate of an update.</summary>
    /// <param name="update">Counted from 0.</param>
    public double RateAt(int update)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(update);
        foreach (var phase in Phases)
        {
            if (update < phase.Updates) return phase.RateAt(update);
            update -= phase.Updates;
        }

        return Phases[^1].Last;
    }
}
