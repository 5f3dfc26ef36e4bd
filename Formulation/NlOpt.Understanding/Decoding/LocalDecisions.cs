using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;

namespace NlOpt.Understanding.Decoding;

/// <summary>The probabilities that the learned factors give to single decisions of a reading.</summary>
internal sealed class LocalDecisions(DecisionModels models)
{
    private const double CueTrust = 0.3;
    private const double AskedTrust = 0.7;
    private const double ShapeTrust = 0.6;
    private const double RangeTrust = 0.97;

    private readonly FeatureList _features = new();
    private readonly OperatorMemory _operators = new();

    // What many choices of roles have in common is judged once for a variable set.
    private readonly Dictionary<(int Number, ulong Alike), FirstPass[]> _attachments = [];
    private readonly PairMemory _pairs = new();

    /// <summary>Begins with another variable set.</summary>
    public void Start()
    {
        _attachments.Clear();
        _pairs.Clear();
    }

    /// <summary>Sets the role probabilities of all numbers.</summary>
    public void JudgeRoles(ReadingContext context)
    {
        var first = new double[context.Numbers.Length][];
        var features = new uint[context.Numbers.Length][];
        foreach (var number in context.Numbers)
        {
            RoleFeatures.Write(_features, context, number);
            features[number.Position] = _features.ToArray();
            first[number.Position] = models.RoleFirst.Probabilities(_features.Items);
        }

        foreach (var number in context.Numbers)
        {
            _features.Load(features[number.Position]);
            RoleFeatures.AddSecondPass(_features, context, number, first);
            number.RoleProbabilities = models.RoleSecond.Probabilities(_features.Items);
        }

        RoleRules.Apply(context);
    }

    /// <summary>Sets the variable probabilities of the coefficients and takes the likeliest.</summary>
    public void JudgeAttachments(ReadingContext context, NumberContext[] coefficients)
    {
        var seen = Array.ConvertAll(coefficients, number => SeenFirst(context, number));
        var first = Array.ConvertAll(seen, one => Normalized(Array.ConvertAll(one, judged => judged.Probability)));
        for (var at = 0; at < coefficients.Length; at++)
        {
            var second = new double[context.Count + 1];
            for (var variable = 0; variable < second.Length; variable++)
            {
                _features.Clear();
                AttachmentFeatures.AddSecondPass(_features, context, coefficients, first, at, variable);
                second[variable] = models.AttachmentSecond.Probability(_features.Items, seen[at][variable].ScoreInSecond);
            }

            coefficients[at].VariableProbabilities = Normalized(second);
            coefficients[at].Variable = context.Count == 1 ? 0 : Array.IndexOf(second, second.Max());
        }
    }

    /// <summary>Makes probabilities sum to 1, in place.</summary>
    public static double[] Normalized(double[] probabilities)
    {
        var sum = probabilities.Sum();
        for (var index = 0; index < probabilities.Length; index++) probabilities[index] /= sum;
        return probabilities;
    }

    /// <summary>
    /// What is made of a coefficient's variables in the first pass, which sees of the roles of other numbers only which of its unit are no limits.
    /// </summary>
    private FirstPass[] SeenFirst(ReadingContext context, NumberContext number)
    {
        if (context.Numbers.Length > 64) return Judge();
        ulong alike = 0;
        foreach (var other in context.Numbers)
            if (other.Unit == number.Unit && other.Role != NumberRole.Limit) alike |= 1ul << other.Position;
        if (!_attachments.TryGetValue((number.Position, alike), out var judged)) _attachments[(number.Position, alike)] = judged = Judge();
        return judged;

        FirstPass[] Judge()
        {
            var variables = new FirstPass[context.Count + 1];
            for (var variable = 0; variable < variables.Length; variable++)
            {
                AttachmentFeatures.Write(_features, context, number, variable);
                var probability = models.AttachmentFirst.Probability(_features.Items);
                variables[variable] = new FirstPass(probability, models.AttachmentSecond.Sum(_features.Items));
            }

            return variables;
        }
    }

    /// <summary>What is known of a candidate before the second pass.</summary>
    /// <param name="Probability">Its probability in the first pass, not normalised.</param>
    /// <param name="ScoreInSecond">What the features of the first pass weigh in the second one.</param>
    private readonly record struct FirstPass(double Probability, double ScoreInSecond);

    /// <summary>Gathers coefficients into columns, the likeliest way first.</summary>
    /// <param name="context">The reading.</param>
    /// <param name="coefficients">The coefficients with their variables.</param>
    /// <param name="isVaried">False for the likeliest way alone.</param>
    public List<(List<Column> Columns, double LogProbability)> BuildColumns(
        ReadingContext context, NumberContext[] coefficients, bool isVaried) =>
        ColumnBuilder.Build(context, coefficients, models.ColumnPair, isVaried, _pairs);

    /// <summary>Probability of each column and, last, of a count being the objective; not normalised.</summary>
    public double[] JudgeObjective(ReadingContext context, List<Column> columns)
    {
        var writer = new ObjectiveFeatures(context, context.Text, columns);
        var probabilities = new double[columns.Count + 1];
        for (var column = 0; column < columns.Count; column++)
        {
            writer.WriteColumn(_features, column);
            probabilities[column] = models.Objective.Probability(_features.Items);
        }

        writer.WriteCount(_features);
        probabilities[^1] = models.Objective.Probability(_features.Items);
        ObjectiveRules.Apply(context, columns, probabilities, writer.IsCount);
        return probabilities;
    }

    /// <summary>The likeliest targets of a limit with probabilities that sum to 1 over all candidates.</summary>
    public List<(LimitTarget Target, double Probability)> JudgeLimit(
        ReadingContext context, LimitFeatures writer, NumberContext number, List<Column> columns, double[] objective,
            int most)
    {
        var candidates = LimitTarget.Candidates(context, number, columns, objective);
        var probabilities = new double[candidates.Count];
        for (var index = 0; index < candidates.Count; index++)
        {
            writer.Write(_features, number, candidates[index]);
            probabilities[index] = models.Limit.Probability(_features.Items);
        }

        var sum = probabilities.Sum();
        for (var index = 0; index < probabilities.Length; index++) probabilities[index] /= sum;
        LimitRules.Apply(context, number, candidates, columns, probabilities);
        return [.. BestFirst.Of(probabilities, most).Select(index => (candidates[index], probabilities[index]))];
    }

    /// <summary>Probability of at least.</summary>
    public double JudgeOperator(ReadingContext context, int first, int end, LimitKind kind)
    {
        PlainLimit? plain = null;
        if (Array.Find(context.Numbers, number => number.First == first) is { } limit)
        {
            plain = context.Plain[limit.Position];
            var position = limit.Position;
            if (position + 1 < context.Numbers.Length && JoinedNumbers.AreRange(context, limit, context.Numbers[position + 1])) return RangeTrust;
            if (position > 0 && JoinedNumbers.AreRange(context, context.Numbers[position - 1], limit)) return 1 - RangeTrust;
            var head = JoinedNumbers.HeadOfList(context, limit);
            (first, end) = (head.First, head.End);
        }

        if (!_operators.Of(context).TryGetValue((first, end, kind), out var learned))
        {
            OperatorFeatures.Write(_features, context, first, end, kind);
            _operators.Of(context)[(first, end, kind)] = learned = models.Operator.Probability(_features.Items);
        }

        if (context.Listed.TryGetValue(first, out var listed)) return (1 - ListedLimit.Trust) * learned + (listed.IsAtLeast ? ListedLimit.Trust : 0);
        var verdict = OperatorRules.Judge(context, first, end, kind == LimitKind.Comparison);
        if (verdict is { NumbersBetween: 0 } rule)
        {
            var trust = rule.Distance <= 2 ? 0.4 : 0.2;
            return (1 - trust) * learned + trust * (rule.IsAtLeast ? 1 : 0);
        }

        if (verdict is null && plain is { } told && told != PlainLimit.Amount) return (1 - PlainLimits.Trust) * learned + (told == PlainLimit.Committed ? PlainLimits.Trust : 0);
        if (verdict is null && kind is LimitKind.Column or LimitKind.Sum
            && OperatorCues.IsAskedFor(context, end)) return (1 - AskedTrust) * learned + AskedTrust;
        if (verdict is null && kind == LimitKind.Multiple) return 0.5 * learned + 0.5;
        return OperatorCues.Around(context, first, end) switch
        {
            OperatorCue.Supply => (1 - CueTrust) * learned,
            OperatorCue.Demand => (1 - CueTrust) * learned + CueTrust,
            _ => learned,
        };
    }

    /// <summary>The sides of a comparison with their probabilities, the likeliest first.</summary>
    public List<(int Left, int Right, double Probability)> JudgeSides(ReadingContext context, TagSpan anchor, LimitKind kind)
    {
        var sides = new List<(int Left, int Right, double Probability)>();
        for (var left = 0; left < context.Count; left++)
        {
            for (var right = 0; right < context.Count; right++)
            {
                if (left == right) continue;
                ComparisonFeatures.WriteSides(_features, context, anchor, left, right, kind);
                sides.Add((left, right, models.Sides.Probability(_features.Items)));
            }
        }

        var sum = sides.Sum(item => item.Probability);
        return [.. sides.Select(item => item with { Probability = item.Probability / sum }).OrderByDescending(item => item.Probability)];
    }

    /// <summary>Probability that an anchor compares two variables.</summary>
    public double JudgeAnchor(ReadingContext context, TagSpan anchor)
    {
        ComparisonFeatures.WriteAnchor(_features, context, anchor);
        var learned = models.Anchor.Probability(_features.Items);
        return ComparisonFeatures.IsPlainComparison(context, anchor) ? (1 - ShapeTrust) * learned + ShapeTrust : learned;
    }
}
