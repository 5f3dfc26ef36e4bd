using System.Collections.Frozen;

namespace NlOpt.Understanding.Text;

/// <summary>The number words of English.</summary>
internal static class NumberWords
{
    /// <summary>Cardinals below one hundred.</summary>
    public static readonly FrozenDictionary<string, double> Units = new Dictionary<string, double>
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8,
        ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15,
        ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40,
        ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    }.ToFrozenDictionary();

    /// <summary>Parts of a whole.</summary>
    public static readonly FrozenDictionary<string, double> Fractions = new Dictionary<string, double>
    {
        ["half"] = 0.5, ["third"] = 1.0 / 3, ["thirds"] = 1.0 / 3, ["quarter"] = 0.25, ["quarters"] = 0.25, ["fourth"] = 0.25,
        ["fourths"] = 0.25, ["fifth"] = 0.2, ["fifths"] = 0.2, ["sixth"] = 1.0 / 6, ["sixths"] = 1.0 / 6, ["seventh"] = 1.0 / 7,
        ["eighth"] = 0.125, ["eighths"] = 0.125, ["tenth"] = 0.1, ["tenths"] = 0.1,
    }.ToFrozenDictionary();

    /// <summary>Multiples.</summary>
    public static readonly FrozenDictionary<string, double> Multiples = new Dictionary<string, double>
    {
        ["twice"] = 2, ["thrice"] = 3, ["double"] = 2, ["triple"] = 3, ["doubled"] = 2, ["tripled"] = 3, ["quadruple"] = 4,
    }.ToFrozenDictionary();

    /// <summary>Scales that follow a number.</summary>
    public static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>
    {
        ["hundred"] = 100, ["thousand"] = 1e3, ["million"] = 1e6, ["billion"] = 1e9, ["trillion"] = 1e12, ["dozen"] = 12, ["k"] = 1e3, ["m"] = 1e6, ["mil"] = 1e6,
    }.ToFrozenDictionary();

    /// <summary>True for a word that alone reads as a number; the one-letter scales do not.</summary>
    public static bool IsNumberWord(string lower) =>
        Units.ContainsKey(lower) || Fractions.ContainsKey(lower) || Multiples.ContainsKey(lower)
        || (lower.Length > 3 && Scales.ContainsKey(lower));
}
