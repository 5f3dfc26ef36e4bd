using System.Collections.Frozen;

namespace NlOpt.Modeling;

/// <summary>The parts of an LP file.</summary>
internal enum LpSection
{
    Minimize,
    Maximize,
    Rows,
    Ranges,
    Bounds,
    Integers,
    Binaries,
    End,
    Unsupported,
}

/// <summary>The words that open a section, and the names that would be mistaken for other things.</summary>
internal static class LpWords
{
    private static readonly FrozenDictionary<string, LpSection> Sections = new Dictionary<string, LpSection>
    {
        ["min"] = LpSection.Minimize,
        ["minimize"] = LpSection.Minimize,
        ["minimise"] = LpSection.Minimize,
        ["minimum"] = LpSection.Minimize,
        ["max"] = LpSection.Maximize,
        ["maximize"] = LpSection.Maximize,
        ["maximise"] = LpSection.Maximize,
        ["maximum"] = LpSection.Maximize,
        ["st"] = LpSection.Rows,
        ["st."] = LpSection.Rows,
        ["s.t."] = LpSection.Rows,
        ["ranges"] = LpSection.Ranges,
        ["bound"] = LpSection.Bounds,
        ["bounds"] = LpSection.Bounds,
        ["gen"] = LpSection.Integers,
        ["general"] = LpSection.Integers,
        ["generals"] = LpSection.Integers,
        ["int"] = LpSection.Integers,
        ["integer"] = LpSection.Integers,
        ["integers"] = LpSection.Integers,
        ["bin"] = LpSection.Binaries,
        ["binary"] = LpSection.Binaries,
        ["binaries"] = LpSection.Binaries,
        ["end"] = LpSection.End,
        ["semi"] = LpSection.Unsupported,
        ["semis"] = LpSection.Unsupported,
        ["sos"] = LpSection.Unsupported,
        ["sos1"] = LpSection.Unsupported,
        ["sos2"] = LpSection.Unsupported,
        ["pwlobj"] = LpSection.Unsupported,
        ["multi"] = LpSection.Unsupported,
        ["scenario"] = LpSection.Unsupported,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // The second words of two-word section heads, and what means something within bounds.
    private static readonly FrozenSet<string> OtherReserved =
        new[] { "subject", "such", "to", "that", "lazy", "user", "constraints", "cuts", "free", "inf", "infinity", "nan" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, LpSection>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Sections.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The section that one or two words open; null when they open none.</summary>
    /// <param name="first">First word of a line.</param>
    /// <param name="second">Next word on the same line; empty when there is none.</param>
    /// <param name="words">How many of the words belong to the section head.</param>
    public static LpSection? Find(ReadOnlySpan<char> first, ReadOnlySpan<char> second, out int words)
    {
        words = 2;
        if (Is(first, "subject") && Is(second, "to") || Is(first, "such") && Is(second, "that")) return LpSection.Rows;
        if (Is(first, "lazy") && Is(second, "constraints") || Is(first, "user") && Is(second, "cuts")) return LpSection.Unsupported;
        if (Is(first, "general") && Is(second, "constraints")) return LpSection.Unsupported;
        words = 1;
        return BySpan.TryGetValue(first, out var section) ? section : null;
    }

    /// <summary>Whether the writer may use a name as it is: every common reader takes it and none mistakes it.</summary>
    public static bool IsSafeName(string name) =>
        name.Length is > 0 and <= SafeNames.MaximumLength
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '(' or ')' or ',')
        && !LooksLikeExponent(name)
        && !Sections.ContainsKey(name)
        && !OtherReserved.Contains(name);

    /// <summary>True for e, e5, Ee: after a number, some readers take them for its exponent.</summary>
    private static bool LooksLikeExponent(string name) =>
        name[0] is 'e' or 'E' && (name.Length == 1 || char.IsAsciiDigit(name[1]) || name[1] is 'e' or 'E');

    private static bool Is(ReadOnlySpan<char> word, string expected) => word.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
