using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation;

/// <summary>Choices drawn from a stream of random numbers.</summary>
internal static class RandomChoices
{
    /// <summary>True with a probability.</summary>
    public static bool Chance(this RandomNumbers random, double probability) => random.NextUniform() < probability;

    /// <summary>A whole number from a smallest to a largest one, both included.</summary>
    public static int Between(this RandomNumbers random, int low, int high) => low + random.NextIndex(high - low + 1);

    /// <summary>A number between two.</summary>
    public static double Between(this RandomNumbers random, double low, double high) => low + (high - low) * random.NextUniform();

    /// <summary>One of the items.</summary>
    public static T Pick<T>(this RandomNumbers random, IReadOnlyList<T> items) => items[random.NextIndex(items.Count)];

    /// <summary>One of the items, by weight.</summary>
    public static T Pick<T>(this RandomNumbers random, IReadOnlyList<T> items, Func<T, double> weight)
    {
        var rest = random.NextUniform() * items.Sum(weight);
        foreach (var item in items)
        {
            rest -= weight(item);
            if (rest < 0) return item;
        }

        return items[^1];
    }

    /// <summary>The items in random order.</summary>
    public static List<T> Shuffled<T>(this RandomNumbers random, IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var index = list.Count - 1; index > 0; index--)
        {
            var other = random.NextIndex(index + 1);
            (list[index], list[other]) = (list[other], list[index]);
        }

        return list;
    }
}
