using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Sampling;

/// <summary>Draws what is decided, and the amounts a piece.</summary>
internal sealed class SituationDraw(RandomNumbers random, NumberDraw numbers)
{
    private const double ShareOfSharedColumns = 0.08;
    private const double ShareOfPartialColumns = 0.03;
    private const double ShareOfThingsWithout = 0.4;

    /// <summary>How many things most problems decide on.</summary>
    public static ImmutableArray<(int Count, double Weight)> UsualSizes { get; } = [(2, 0.85), (3, 0.10), (4, 0.03), (5, 0.02)];

    /// <summary>The names of a problem of a family.</summary>
    public ImmutableArray<ThingName> Names(Family family, ImmutableArray<(int Count, double Weight)> sizes)
    {
        var size = random.Pick(sizes, pair => pair.Weight).Count;
        if (family.Sets.IsEmpty) return [.. random.Shuffled(family.Names).Take(size)];
        var sets = family.Sets.Where(set => set.Length == size).ToList();
        if (sets.Count == 0) sets = [.. family.Sets.Where(set => set.Length > size)];
        if (sets.Count == 0) sets = [.. family.Sets];
        return [.. random.Shuffled(random.Pick(sets)).Take(size).Select(index => family.Names[index])];
    }

    /// <summary>A column of an amount.</summary>
    public AmountColumn Column(Amount amount, int variableCount, bool maybeShared = true)
    {
        if (maybeShared && random.Chance(ShareOfSharedColumns))
        {
            var shared = numbers.Number(numbers.Coefficient(amount));
            return new(amount, [.. Enumerable.Repeat(shared, variableCount)]);
        }

        var all = Enumerable.Range(0, variableCount).Select(_ => numbers.Number(numbers.Coefficient(amount))).ToList();
        if (!maybeShared || !amount.IsPartial && !(amount.Flow == AmountFlow.Uses && random.Chance(ShareOfPartialColumns))) return new(amount, [.. all]);
        var kept = random.NextIndex(variableCount);
        return new(amount, [.. all.Select((number, index) => index != kept && random.Chance(ShareOfThingsWithout) ? null : number)]);
    }

    /// <summary>A plan that the problem will allow.</summary>
    public double[] Plan(Family family, int variableCount) =>
        [.. Enumerable.Range(0, variableCount).Select(_ => Math.Max(2, Math.Round(family.Typical * random.Between(0.35, 1.8))))];
}
