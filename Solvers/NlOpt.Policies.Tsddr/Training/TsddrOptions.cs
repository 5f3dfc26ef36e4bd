using System.Globalization;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>How to train a decision rule. The defaults suit problems with up to some dozens of states and stages.</summary>
public sealed record TsddrOptions
{
    /// <summary>The network; <see cref="NetworkShape.Linear"/> gives TS-LDR.</summary>
    /// <value>A perceptron with two hidden layers of 64.</value>
    public NetworkShape Network { get; init; } = new NetworkShape.Perceptron([64, 64]);

    /// <summary>The parts of the training, in order.</summary>
    /// <value>Small batches first, large ones at the end.</value>
    public ImmutableArray<TrainingPhase> Phases
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty || Math.Abs(value.Sum(phase => phase.Share) - 1) > 1e-9)
                throw new ArgumentException("The shares of all phases add up to 1.", nameof(Phases));
            if (!value.All(phase => phase is { Share: > 0, BatchSize: >= 1, FirstRate: > 0, LastRate: > 0, WarmUp: >= 0 and < 1 }))
                throw new ArgumentException("Shares, batch sizes and rates are above 0, warm-ups in [0, 1).", nameof(Phases));
            field = value;
        }
    } = [new(0.6, 32, 1e-2, 2e-3, 0.02), new(0.4, 64, 2e-3, 1e-5)];

    /// <summary>How outputs become fractions.</summary>
    public FractionActivation Activation { get; init; } = new();

    /// <summary>Penalised targets (the paper); null for strict ones, which need a problem with a target map.</summary>
    /// <value>Null.</value>
    public PenalizedTargets? Penalized { get; init; }

    /// <summary>How costs of strict targets are computed while training; reported costs are always exact.</summary>
    /// <value>True: by a library of dual vertices, certified against exact solves. False: by exact solves throughout.</value>
    public bool UseLibrary { get; init; } = true;

    /// <summary>
    /// Gradients longer than this are shortened to it; above 0. Null scales every gradient to length 1: a rule often starts where costs are
    /// steep, and Adam would remember those lengths for thousands of updates and hardly move.
    /// </summary>
    /// <value>Null.</value>
    public double? LongestGradient
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(LongestGradient), value, "It is above 0.");
    }

    /// <summary>Weight of the past in the average of the parameters that is evaluated and kept; in [0, 1).</summary>
    /// <value>0.995.</value>
    public double AveragingDecay
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(AveragingDecay), value, "It lies in [0, 1).");
    } = 0.995;

    /// <summary>Scenarios of the held-out panel that selects the policy; at least 1.</summary>
    /// <value>32.</value>
    public int PanelSize
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(PanelSize), value, "It is at least 1.");
    } = 32;

    /// <summary>Updates between two looks at the panel, at least 1; a multiple of <see cref="BlockLength"/> is best.</summary>
    /// <value>500.</value>
    public int PanelInterval
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(PanelInterval), value, "It is at least 1.");
    } = 500;

    /// <summary>Updates between two checkpoints, at least 1; engines forget at these points, so that a resumed training continues byte for byte.</summary>
    /// <value>50.</value>
    public int BlockLength
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(BlockLength), value, "It is at least 1.");
    } = 50;

    /// <summary>All settings that decide the result, as one line; by it a checkpoint tells whether it belongs to these settings.</summary>
    internal string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Network} [{string.Join(" ", Phases)}] {Activation} {Penalized?.Describe() ?? "strict"} library {UseLibrary} longest gradient {LongestGradient} average {AveragingDecay} panel {PanelSize}/{PanelInterval} block {BlockLength}");
}
