using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Formulation;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>Draws clauses about what is done at all that a plan keeps, by template.</summary>
/// <param name="numbers">Draws numbers.</param>
/// <param name="plan">The plan: amounts by thing, 0 for what is not done.</param>
/// <param name="typical">A usual amount of a thing.</param>
/// <param name="isWhole">Whether amounts are whole.</param>
internal sealed class LogicDraw(NumberDraw numbers, double[] plan, double typical, bool isWhole)
{
    private const int Attempts = 10;
    private const double ShareOfLists = 0.25;
    private readonly RandomNumbers _random = numbers.Random;
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>A clause of a template of <see cref="LogicMix"/> other than fixed charges; null where none fits.</summary>
    public Saying? Draw(string template)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
            if (Attempt(template) is { } saying) return saying;
        return null;
    }

    private Saying? Attempt(string template) => template switch
    {
        "implication" => Form(ActivityForm.Implication),
        "exactly-one" => _random.Chance(ShareOfLists) ? Counted(LimitDirection.Exactly, 1) : Form(ActivityForm.ExactlyOne),
        "at-least-one" => _random.Chance(ShareOfLists) ? Counted(LimitDirection.AtLeast, 1) : Form(ActivityForm.AtLeastOne),
        "at-most-one" => _random.Chance(ShareOfLists) ? Counted(LimitDirection.AtMost, 1) : Form(ActivityForm.AtMostOne),
        "equivalence" => Form(_random.Chance(0.2) ? ActivityForm.EquivalenceOpposite : ActivityForm.Equivalence),
        "group-implication" => Form(_random.Pick(Groups)),
        "exactly-k-of-n" => Counted(LimitDirection.Exactly, 2),
        "at-least-k-of-n" => Counted(LimitDirection.AtLeast, 2),
        "at-most-k-of-n" => _random.Chance(0.3) ? NotAll() : Counted(LimitDirection.AtMost, 2),
        "required" => Form(ActivityForm.Forced),
        "forbidden" => Form(ActivityForm.Forbidden),
        "semi-continuous" => SemiContinuous(),
        "conditional-lower-bound" => Threshold(LimitDirection.AtLeast),
        "conditional-upper-bound" => Threshold(LimitDirection.AtMost),
        "sum-comparison" => Sums(isEqual: false),
        "sum-comparison-equality" => Sums(isEqual: true),
        "difference" => Difference(isEqual: false),
        "difference-equality" => Difference(isEqual: true),
        "group-proportion" => GroupShare(),
        "subset-sum" => SubsetSum(),
        _ => throw new ArgumentException($"There is no template '{template}' here.", nameof(template)),
    };

    private static readonly ImmutableArray<ActivityForm> Groups =
    [
        ActivityForm.AndThen, ActivityForm.AndThenNot, ActivityForm.OrThen, ActivityForm.OrThenNot, ActivityForm.ThenOr, ActivityForm.ThenAnd, ActivityForm.ThenNeither,
    ];

    private ActivitySaying? Form(ActivityForm form)
    {
        var needed = form switch
        {
            ActivityForm.Forced or ActivityForm.Forbidden => 1,
            _ when Groups.Contains(form) => 3,
            _ => 2,
        };
        if (plan.Length < needed || Things(needed) is not { } things) return null;
        var done = things.Select(thing => plan[thing] > 0).ToArray();
        var holds = form switch
        {
            ActivityForm.Implication => !done[0] || done[1],
            ActivityForm.ExactlyOne or ActivityForm.EquivalenceOpposite => done[0] != done[1],
            ActivityForm.AtLeastOne => done[0] || done[1],
            ActivityForm.AtMostOne => !(done[0] && done[1]),
            ActivityForm.Equivalence => done[0] == done[1],
            ActivityForm.AndThen => !(done[0] && done[1]) || done[2],
            ActivityForm.AndThenNot => !(done[0] && done[1] && done[2]),
            ActivityForm.OrThen => !(done[0] || done[1]) || done[2],
            ActivityForm.OrThenNot => !(done[0] || done[1]) || !done[2],
            ActivityForm.ThenOr => !done[0] || done[1] || done[2],
            ActivityForm.ThenAnd => !done[0] || done[1] && done[2],
            ActivityForm.ThenNeither => !done[0] || !done[1] && !done[2],
            ActivityForm.Forced => done[0],
            ActivityForm.Forbidden => !done[0],
            _ => false,
        };
        return holds && IsNew(things) ? new ActivitySaying(form, things) : null;
    }

    /// <summary>A number of some of at least three things, or of all.</summary>
    private ActivitySaying? Counted(LimitDirection direction, int least)
    {
        if (plan.Length < 3) return null;
        var isAll = _random.Chance(0.35);
        var size = isAll ? plan.Length : _random.Between(3, plan.Length);
        if (Things(size) is not { } things) return null;
        var count = things.Count(thing => plan[thing] > 0);
        // The smallest and the largest number that the plan keeps and that says something.
        var (low, high) = direction switch
        {
            LimitDirection.Exactly => (count, count),
            LimitDirection.AtLeast => (least, least == 1 ? Math.Min(1, count) : Math.Min(count, size - 1)),
            _ => (Math.Max(least, count), least == 1 ? 1 : size - 1),
        };
        if (low > high || low >= size || direction == LimitDirection.Exactly && (least == 1 ? low != 1 : low < least) || !IsNew(things)) return null;
        var number = _random.Between(low, high);
        var form = isAll ? ActivityForm.KOfAll : ActivityForm.KOfN;
        return new ActivitySaying(form, isAll ? [.. things.Order()] : things, new SampledLimit(direction, numbers.Number(number)));
    }

    private ActivitySaying? NotAll()
    {
        if (plan.Length < 3 || Things(_random.Between(3, plan.Length)) is not { } things) return null;
        return things.Any(thing => plan[thing] == 0) && IsNew(things) ? new ActivitySaying(ActivityForm.NotAll, things) : null;
    }

    private ConditionalSaying? SemiContinuous()
    {
        var thing = _random.NextIndex(plan.Length);
        if (!_said.Add($"semi {thing}")) return null;
        var amount = plan[thing] > 0 ? plan[thing] : typical;
        var low = Near(amount, isUpper: false);
        if (low.Value < 2) return null;
        return _random.Chance(0.25)
            ? new ConditionalSaying(thing, IsDone: true, thing, new SampledLimit(LimitDirection.Between, low, Near(amount + 1, isUpper: true)))
            : new ConditionalSaying(thing, IsDone: true, thing, new SampledLimit(LimitDirection.AtLeast, low));
    }

    private ConditionalSaying? Threshold(LimitDirection direction)
    {
        if (Things(2) is not [var condition, var limited] things) return null;
        var isDone = direction == LimitDirection.AtMost || _random.Chance(0.85);
        var isFree = plan[condition] > 0 != isDone;
        var amount = plan[limited] > 0 ? plan[limited] : typical;
        var limit = Near(amount, direction == LimitDirection.AtMost);
        var holds = isFree || (direction == LimitDirection.AtMost ? plan[limited] <= limit.Value : plan[limited] >= limit.Value);
        return holds && limit.Value >= 2 && IsNew(things) ? new ConditionalSaying(condition, isDone, limited, new SampledLimit(direction, limit)) : null;
    }

    private SumComparisonSaying? Sums(bool isEqual)
    {
        if (plan.Length < 3) return null;
        var size = _random.Between(3, Math.Min(4, plan.Length));
        if (Things(size) is not { } things) return null;
        var left = things[..(size == 4 ? 2 : _random.Between(1, 2))];
        var right = things[left.Length..];
        var (sum, other) = (left.Sum(thing => plan[thing]), right.Sum(thing => plan[thing]));
        if (sum == 0 || other == 0) return null;
        var ratio = sum / other;
        if (isEqual)
            return ratio >= 1 && ratio == Math.Floor(ratio) && IsNew(things)
                ? new SumComparisonSaying(left, ComparisonOperator.Equal, ratio == 1 ? null : numbers.Number(ratio), right) : null;
        var isUpper = ratio < 1;
        var factor = isUpper ? 1 : Math.Floor(ratio);
        return factor <= 6 && IsNew(things)
            ? new SumComparisonSaying(left, isUpper ? ComparisonOperator.AtMost : ComparisonOperator.AtLeast, factor == 1 ? null : numbers.Number(factor), right) : null;
    }

    private SumComparisonSaying? Difference(bool isEqual)
    {
        if (Things(2) is not [var left, var right] things || plan[left] <= plan[right] + 1) return null;
        var ahead = plan[left] - plan[right];
        var isUpper = _random.Chance(0.3);
        var number = isEqual ? numbers.Number(ahead) : Near(ahead, isUpper);
        if (number.Value < 1 || !IsNew(things)) return null;
        var comparison = isEqual ? ComparisonOperator.Equal : isUpper ? ComparisonOperator.AtMost : ComparisonOperator.AtLeast;
        return new SumComparisonSaying([left], comparison, null, [right], number);
    }

    private GroupShareSaying? GroupShare()
    {
        if (plan.Length < 3 || Things(_random.Between(2, plan.Length - 1)) is not { } part) return null;
        var share = part.Sum(thing => plan[thing]) / plan.Sum();
        var isUpper = _random.Chance(0.4);
        return share > 0 && numbers.Share(share, isUpper) is { } number && IsNew(part)
            ? new GroupShareSaying(plan.Length, part, new SampledLimit(isUpper ? LimitDirection.AtMost : LimitDirection.AtLeast, number)) : null;
    }

    private SubsetSumSaying? SubsetSum()
    {
        if (plan.Length < 3 || Things(_random.Between(2, plan.Length - 1)) is not { } part) return null;
        var sum = part.Sum(thing => plan[thing]);
        var isUpper = _random.Chance(0.6);
        return sum >= 2 && IsNew(part)
            ? new SubsetSumSaying(part, new SampledLimit(isUpper ? LimitDirection.AtMost : LimitDirection.AtLeast, Near(sum, isUpper))) : null;
    }

    private ImmutableArray<int>? Things(int count) =>
        count > plan.Length ? null : [.. _random.Shuffled(Enumerable.Range(0, plan.Length)).Take(count)];

    /// <summary>No two clauses are about the same things: they would often say the same or contradict each other.</summary>
    private bool IsNew(ImmutableArray<int> things) => _said.Add(string.Join(' ', things.Order()));

    private SampledNumber Near(double amount, bool isUpper) => numbers.Limit(amount, isUpper, isUpper ? 2 : 3, null, isWhole);
}
