namespace NlOpt.Modeling;

/// <summary>
/// Stand-in names for a format with a narrow idea of names: a name the format can carry stays, another becomes a readable, unique one.
/// </summary>
internal sealed class SafeNames
{
    /// <summary>Longest name that common readers take.</summary>
    public const int MaximumLength = 255;

    private const int LongestStem = 200;
    private readonly Func<string, bool> _isSafe;
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _nextNumber = new(StringComparer.Ordinal);

    /// <summary>Starts with every name that can stay, so that no stand-in takes its place.</summary>
    /// <param name="names">All the names of one namespace.</param>
    /// <param name="isSafe">Whether the format carries a name as it is.</param>
    public SafeNames(IEnumerable<string> names, Func<string, bool> isSafe)
    {
        _isSafe = isSafe;
        _taken = new(names.Where(isSafe), StringComparer.Ordinal);
    }

    /// <summary>A name that nothing else has: stem and ending, numbered where it must be.</summary>
    public string Unused(string stem, string ending = "")
    {
        var name = stem[..Math.Min(stem.Length, LongestStem)] + ending;
        return _taken.Add(name) ? name : Of(null, name);
    }

    /// <summary>The name itself when the format carries it, otherwise a new stand-in. To be asked once a name.</summary>
    /// <param name="name">The real name; null when there is none.</param>
    /// <param name="stem">What a nameless thing is called, for example <c>row</c>.</param>
    public string Of(string? name, string stem)
    {
        if (name is not null && _isSafe(name)) return name;
        var readable = string.IsNullOrEmpty(name)
            ? stem
            : string.Concat(name.Take(LongestStem).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        if (!char.IsAsciiLetter(readable[0]) || !_isSafe(readable)) readable = stem + "_" + readable;
        if (name is not null && _taken.Add(readable)) return readable;
        for (var number = _nextNumber.GetValueOrDefault(readable, 1); ; number++)
        {
            var numbered = $"{readable}_{number}";
            if (!_taken.Add(numbered)) continue;
            _nextNumber[readable] = number + 1;
            return numbered;
        }
    }
}
