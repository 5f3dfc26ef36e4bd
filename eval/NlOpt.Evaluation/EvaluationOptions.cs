namespace NlOpt.Evaluation;

/// <summary>How a run is done; checked on construction.</summary>
public sealed record EvaluationOptions
{
    /// <summary>How models are solved for execution accuracy; null to leave that out.</summary>
    /// <value>Default: null.</value>
    public ExecutionSettings? Execution { get; init; }

    /// <summary>Problems whose labels are wrong.</summary>
    /// <value>Default: <see cref="Errata.Nl4Opt"/>.</value>
    public Errata Errata { get; init; } = Errata.Nl4Opt;

    /// <summary>Problems measured at once, at least 1. Take 1 for undisturbed times and for systems that are not safe for many threads.</summary>
    /// <value>Default: the number of processors.</value>
    public int Parallelism
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Parallelism));
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>Measures the times.</summary>
    /// <value>Default: the system's clock.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Is told of each measured problem, one at a time, from the thread that measured it; null for nobody.</summary>
    public Action<EvaluationProgress>? Progress { get; init; }
}
