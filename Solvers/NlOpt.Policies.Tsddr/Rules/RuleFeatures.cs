namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>
/// What a decision rule sees of a stage, as numbers of about size 1: the noise, the previous target, the season, and how near the end of the
/// horizon is. In this order.
/// </summary>
public sealed record RuleFeatures
{
    /// <summary>What each noise is divided by; above 0.</summary>
    public required ImmutableArray<double> NoiseScale { get; init; }

    /// <summary>What each state variable is divided by; above 0.</summary>
    public required ImmutableArray<double> StateScale { get; init; }

    /// <summary>Stages in which the season repeats; 1 for a problem without season.</summary>
    public required int SeasonLength { get; init; }

    /// <summary>Number of stages of the problem.</summary>
    public required int StageCount { get; init; }

    /// <summary>Sine and cosine pairs of the season; at least 0.</summary>
    /// <value>2.</value>
    public int Harmonics { get; init; } = 2;

    /// <summary>Lengths a, in stages, of features exp(-stages left / a), which tell that the end is near; each above 0.</summary>
    /// <value>2, 8 and 24.</value>
    public ImmutableArray<double> EndLengths { get; init; } = [2, 8, 24];

    /// <summary>Numbers that come from the noise: the first so many.</summary>
    public int NoiseCount => NoiseScale.Length;

    /// <summary>Numbers in all.</summary>
    public int Count => NoiseScale.Length + StateScale.Length + SeasonCount + EndLengths.Length;

    private int SeasonCount => SeasonLength > 1 ? 2 * Harmonics : 0;

    /// <summary>Features that fit a problem: everything is divided by the largest size it can have.</summary>
    public static RuleFeatures Of(MultistageProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var noise = new double[problem.Noises[0].Dimension];
        foreach (var distribution in problem.Noises)
            for (var outcome = 0; outcome < distribution.Count; outcome++)
                for (var component = 0; component < noise.Length; component++)
                    noise[component] = Math.Max(noise[component], Math.Abs(distribution.Outcome(outcome)[component]));
        return new RuleFeatures
        {
            NoiseScale = [.. noise.Select(PositiveOrOne)],
            StateScale = [.. problem.State.Select(state => PositiveOrOne(
                Math.Max(Math.Abs(state.Initial), Math.Max(Math.Abs(state.Lower ?? 0), Math.Abs(state.Upper ?? 0)))))],
            SeasonLength = Season(problem),
            StageCount = problem.StageCount,
        };
    }

    /// <summary>Computes the features of one stage.</summary>
    /// <param name="stage">In [0, <see cref="StageCount"/>).</param>
    /// <param name="noise">Noise of the stage.</param>
    /// <param name="state">Incoming state, as the rule knows it: the previous target.</param>
    /// <param name="features">Takes <see cref="Count"/> numbers.</param>
    public void Fill(int stage, ReadOnlySpan<double> noise, ReadOnlySpan<double> state, Span<double> features)
    {
        var next = 0;
        for (var index = 0; index < noise.Length; index++) features[next++] = noise[index] / NoiseScale[index];
        for (var index = 0; index < state.Length; index++) features[next++] = state[index] / StateScale[index];
        FillStage(stage, features[next..]);
    }

    /// <summary>The part of the features that depends on the stage alone: season, then end of the horizon.</summary>
    public void FillStage(int stage, Span<double> features)
    {
        var next = 0;
        for (var harmonic = 1; 2 * harmonic <= SeasonCount; harmonic++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * harmonic * (stage % SeasonLength) / SeasonLength);
            (features[next++], features[next++]) = (sine, cosine);
        }

        foreach (var length in EndLengths) features[next++] = Math.Exp(-(StageCount - 1 - stage) / length);
    }

    /// <summary>Adds the gradient by the state to that of the incoming state.</summary>
    /// <param name="gradient">d cost / d features.</param>
    /// <param name="incomingGradient">d cost / d incoming state is added to it.</param>
    internal void AddStateGradient(ReadOnlySpan<double> gradient, Span<double> incomingGradient)
    {
        for (var index = 0; index < incomingGradient.Length; index++) incomingGradient[index] += gradient[NoiseCount + index] / StateScale[index];
    }

    /// <summary>Stages after which noises and stage models both repeat; where the horizon ends before that, the longer of the two cycles.</summary>
    private static int Season(MultistageProblem problem)
    {
        var (longer, shorter) = (Math.Max(problem.Noises.Length, problem.Stages.Length), Math.Min(problem.Noises.Length, problem.Stages.Length));
        var season = longer;
        while (season % shorter != 0 && season <= problem.StageCount - longer) season += longer;
        return season % shorter == 0 ? season : longer;
    }

    private static double PositiveOrOne(double size) => size > 0 ? size : 1;
}
