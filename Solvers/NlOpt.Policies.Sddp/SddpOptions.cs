using NlOpt.Policies.Sddp.RiskMeasures;
using NlOpt.Policies.Sddp.Stopping;

namespace NlOpt.Policies.Sddp;

/// <summary>How to train by SDDP. All but the stopping rules decide the cuts, so a resumed training needs them as they were.</summary>
public sealed record SddpOptions
{
    /// <summary>What takes the place of the expectation in every stage, the first included.</summary>
    /// <value>The expectation.</value>
    public IRiskMeasure RiskMeasure { get; init; } = new Expectation();

    /// <summary>One cut a state visited, or one an outcome.</summary>
    /// <value><see cref="CutKind.Single"/>.</value>
    public CutKind CutKind { get; init; } = CutKind.Single;

    /// <summary>Paths sampled in an iteration, at least 1; each gives cuts in all stages. They are worked on at the same time.</summary>
    /// <value>1: cuts made one after the other know of each other.</value>
    public int Paths
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Paths));
            field = value;
        }
    } = 1;

    /// <summary>
    /// Parts, at least 1, into which the outcomes of a stage are split in a backward pass; they are worked on at the same time, each with
    /// programs of its own. Paths times lanes is the most threads that can be used.
    /// </summary>
    /// <value>2.</value>
    public int Lanes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Lanes));
            field = value;
        }
    } = 2;

    /// <summary>
    /// Iterations, at least 1, from one cut selection to the next. Then all programs are made afresh with the cuts that matter (level-1
    /// dominance), so that this is also where a resumed training goes on from.
    /// </summary>
    /// <value>20.</value>
    public int SelectionInterval
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(SelectionInterval));
            field = value;
        }
    } = 20;

    /// <summary>
    /// Cut selections, at least 1, from one refresh to the next, null for none: then all cuts are made again where they were made, from the
    /// last stage to the first, with what is known by now. It costs about as much as all backward passes so far.
    /// </summary>
    /// <value>3: after each 60 iterations, where the selection comes every 20.</value>
    public int? RefreshInterval
    {
        get;
        init
        {
            if (value < 1) throw new ArgumentOutOfRangeException(nameof(RefreshInterval), value, "There is at least 1 selection between refreshes.");
            field = value;
        }
    } = 3;

    /// <summary>
    /// True to draw the paths between two selections together, so that in each stage every outcome comes as often as its probability asks
    /// for; false to draw each on its own.
    /// </summary>
    /// <value>True: states visited are spread better.</value>
    public bool StratifiedPaths { get; init; } = true;

    /// <summary>
    /// Cuts are made at least this share of its range away from the bounds of a state variable, in [0, 0.5): at a bound the slope is not
    /// unique, and many of them say little. It is halved at each selection, so that in the end it does not matter.
    /// </summary>
    /// <value>0.01.</value>
    public double TrialMargin
    {
        get;
        init
        {
            if (!(value >= 0 && value < 0.5)) throw new ArgumentOutOfRangeException(nameof(TrialMargin), value, "The margin lies in [0, 0.5).");
            field = value;
        }
    } = 0.01;

    /// <summary>Ends the training when the bound stalls; null for never.</summary>
    /// <value>A move below 0.01% in 50 iterations.</value>
    public BoundStalling? Stalling { get; init; } = new();

    /// <summary>Ends the training when the bound is as good as simulated costs can tell; null for never. Only for the expectation.</summary>
    /// <value>Null.</value>
    public SimulatedGap? SimulatedGap { get; init; }

    /// <summary>The settings that decide the cuts, as text.</summary>
    internal string Settings => FormattableString.Invariant(
        $"{RiskMeasure.Name}; {CutKind} cuts; {Paths} paths; {Lanes} lanes; selection {SelectionInterval}; ")
        + FormattableString.Invariant($"refresh {RefreshInterval ?? 0}; stratified {StratifiedPaths}; margin {TrialMargin:R}");

    /// <summary>The latest of some iterations that ended with a refresh, counted from 1; null for none. A block ends there too.</summary>
    internal int? LatestRefresh(int iterations) =>
        iterations - iterations % ((long)SelectionInterval * RefreshInterval) is { } latest and > 0 ? (int)latest : null;
}
