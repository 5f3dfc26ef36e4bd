using NlOpt.Policies.Tsddr.Optimizers;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>All that a training carries from one update to the next, and so all that a checkpoint holds.</summary>
internal sealed class TrainingState
{
    /// <summary>Updates done.</summary>
    public int Updates { get; set; }

    /// <summary>Time spent, earlier sessions of the training included.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>The parameters in training.</summary>
    public required double[] Parameters { get; init; }

    /// <summary>The optimizer.</summary>
    public required Adam Adam { get; init; }

    /// <summary>Running average of the parameters.</summary>
    public required AveragedWeights Average { get; init; }

    /// <summary>Points that the next update certifies.</summary>
    public required int CertifiedPoints { get; set; }

    /// <summary>The parameters that did best on the panel; null before the first look.</summary>
    public double[]? Best { get; set; }

    /// <summary>What the panel said about <see cref="Best"/>; null before the first look.</summary>
    public PanelOutcome? BestOutcome { get; set; }

    /// <summary>Failed solves so far.</summary>
    public int Failures { get; set; }

    /// <summary>The training curve so far.</summary>
    public List<TrainingProgress> Curve { get; } = [];
}
