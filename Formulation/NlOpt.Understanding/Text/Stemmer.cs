using System.Collections.Frozen;

namespace NlOpt.Understanding.Text;

/// <summary>Singular forms by rule, with the irregular nouns that rules would break. Enough to see that "boxes" and "box" are one thing.</summary>
internal static class Stemmer
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["knives"] = "knife", ["shelves"] = "shelf", ["loaves"] = "loaf", ["women"] = "woman", ["men"] = "man", ["people"] = "person",
        ["mice"] = "mouse", ["children"] = "child", ["scarves"] = "scarf", ["leaves"] = "leaf", ["geese"] = "goose", ["teeth"] = "tooth",
        ["feet"] = "foot", ["halves"] = "half", ["wolves"] = "wolf", ["calves"] = "calf", ["lives"] = "life", ["wives"] = "wife",
        ["potatoes"] = "potato", ["tomatoes"] = "tomato", ["mangoes"] = "mango", ["heroes"] = "hero", ["cookies"] = "cookie",
        ["pies"] = "pie", ["ties"] = "tie", ["movies"] = "movie", ["brownies"] = "brownie", ["smoothies"] = "smoothie",
        ["hoodies"] = "hoodie", ["calories"] = "calorie", ["selfies"] = "selfie", ["buses"] = "bus", ["gases"] = "gas",
        ["lenses"] = "lens", ["series"] = "series", ["species"] = "species", ["suites"] = "suite", ["bus"] = "bus", ["gas"] = "gas", ["lens"] = "lens",
        ["its"] = "its", ["this"] = "this", ["his"] = "his", ["is"] = "is", ["was"] = "was", ["has"] = "has", ["as"] = "as", ["us"] = "us",
        ["always"] = "always", ["less"] = "less", ["plus"] = "plus", ["minus"] = "minus",
    }.ToFrozenDictionary();

    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(string lower)
    {
        if (Irregular.TryGetValue(lower, out var stem)) return stem;
        if (lower.Length > 4 && lower.EndsWith("ies", StringComparison.Ordinal)) return string.Concat(lower.AsSpan(0, lower.Length - 3), "y");
        if (lower.Length > 4 && (lower.EndsWith("ches", StringComparison.Ordinal) || lower.EndsWith("shes", StringComparison.Ordinal)
            || lower.EndsWith("xes", StringComparison.Ordinal) || lower.EndsWith("sses", StringComparison.Ordinal)))
            return lower[..^2];
        if (lower.Length > 3 && lower[^1] == 's' && lower[^2] != 's') return lower[..^1];
        return lower;
    }
}
