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
        ["potatoes"] = "potato", ["tomatoes"] = "tomato", ["mangoes"] = "mango", ["heroes"] = "hero", ["lenses"] = "lens",
        ["series"] = "series", ["species"] = "species", ["suites"] = "suite", ["lens"] = "lens",
        ["its"] = "its", ["this"] = "this", ["his"] = "his", ["is"] = "is", ["was"] = "was", ["has"] = "has", ["as"] = "as", ["us"] = "us",
        ["always"] = "always", ["less"] = "less", ["plus"] = "plus", ["minus"] = "minus",
    }.ToFrozenDictionary();

    /// <summary>Singular nouns that end like plurals.</summary>
    private static readonly FrozenSet<string> EndingInS = (
        "atlas canvas bias gas bus minibus virus campus bonus cactus lotus octopus citrus chorus circus status walrus hibiscus crocus census focus surplus "
        + "asparagus syllabus iris tennis basis analysis oasis trellis chassis debris").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> EndingInMen = "specimen regimen abdomen acumen bitumen".Split(' ').ToFrozenSet();

    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(string lower)
    {
        if (Irregular.TryGetValue(lower, out var stem)) return stem;
        if (EndingInS.Contains(lower)) return lower;
        if (lower.EndsWith("es", StringComparison.Ordinal) && EndingInS.Contains(lower[..^2])) return lower[..^2];
        // "Beanie" and "beanies" meet in the middle, as "berry" and "berries" do.
        if (lower.Length > 4 && lower.EndsWith("ie", StringComparison.Ordinal)) return string.Concat(lower.AsSpan(0, lower.Length - 2), "y");
        if (lower.Length > 4 && lower.EndsWith("ies", StringComparison.Ordinal)) return string.Concat(lower.AsSpan(0, lower.Length - 3), "y");
        if (lower.Length > 4 && (lower.EndsWith("ches", StringComparison.Ordinal) || lower.EndsWith("shes", StringComparison.Ordinal)
            || lower.EndsWith("xes", StringComparison.Ordinal) || lower.EndsWith("sses", StringComparison.Ordinal)))
            return lower[..^2];
        if (lower.Length > 3 && lower[^1] == 's' && lower[^2] != 's') return lower[..^1];
        // "Ads" and "TVs", but neither "bus" nor "his".
        if (lower.Length == 3 && lower[^1] == 's' && !IsVowel(lower[1]) && lower[1] != 's') return lower[..^1];
        if (lower.Length > 5 && lower.EndsWith("men", StringComparison.Ordinal) && !EndingInMen.Contains(lower))
            return string.Concat(lower.AsSpan(0, lower.Length - 2), "an");
        return lower;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
