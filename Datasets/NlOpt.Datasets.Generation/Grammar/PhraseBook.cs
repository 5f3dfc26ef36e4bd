using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using NlOpt.Datasets.Generation.Banks;

namespace NlOpt.Datasets.Generation.Grammar;

/// <summary>
/// The phrases, by section. Their text form is docs/reference/generated-problems.md: <c>== section</c> begins one, each line below is a way to say it;
/// <c>*3</c> before a line lets it be chosen three times as often. Which phrases are held out is no choice of whoever writes them: the common ones,
/// chosen more often than others, and the first of a section with its conditions (<c>{is-uses}</c>) are for training, so that whatever can be said can
/// be said there; a fixed hash holds out one in four of the rest.
/// </summary>
internal sealed class PhraseBook
{
    private const string Prefix = "phrasing/";
    private const uint HeldOutOneIn = 4;
    private static readonly Lazy<PhraseBook> Loaded = new(Load);

    private readonly FrozenDictionary<string, ImmutableArray<Phrase>> _sections;

    private PhraseBook(Dictionary<string, ImmutableArray<Phrase>> sections) => _sections = sections.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The phrases that the assembly carries.</summary>
    public static PhraseBook Embedded => Loaded.Value;

    /// <summary>Names of all sections.</summary>
    public IEnumerable<string> Sections => _sections.Keys;

    /// <summary>The phrases of a section; at least one.</summary>
    /// <exception cref="InvalidOperationException">There is no such section.</exception>
    public ImmutableArray<Phrase> this[string section] =>
        _sections.TryGetValue(section, out var phrases) ? phrases : throw new InvalidOperationException($"There is no section '{section}'.");

    /// <summary>Reads phrases.</summary>
    /// <exception cref="InvalidDataException">A line is malformed, or a pattern names a section that does not exist.</exception>
    public static PhraseBook Read(IEnumerable<string> texts)
    {
        var sections = new Dictionary<string, ImmutableArray<Phrase>>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            string? section = null;
            foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
            {
                if (line.StartsWith("==", StringComparison.Ordinal)) section = line[2..].Trim();
                else if (section is null) throw new InvalidDataException($"The line '{line}' stands in no section.");
                else sections[section] = Extended(sections.GetValueOrDefault(section, []), section, line);
            }
        }

        foreach (var name in sections.Values.SelectMany(phrases => phrases).SelectMany(phrase => SectionsOf(phrase.Pattern)))
            if (!sections.ContainsKey(name)) throw new InvalidDataException($"A pattern names the section '{name}', which does not exist.");
        return new PhraseBook(sections);
    }

    private static ImmutableArray<Phrase> Extended(ImmutableArray<Phrase> phrases, string section, string line)
    {
        var weight = 1.0;
        var words = line;
        if (line[0] == '*')
        {
            var end = line.IndexOf(' ', StringComparison.Ordinal);
            if (end < 0 || !double.TryParse(line[1..end], NumberStyles.Float, CultureInfo.InvariantCulture, out weight) || !(weight > 0))
                throw new InvalidDataException($"The line '{line}' has no weight or no pattern.");
            words = line[end..].TrimStart();
        }

        var pattern = PatternParser.Parse(words);
        var isFirst = !phrases.Any(phrase => ConditionsOf(phrase.Pattern).SetEquals(ConditionsOf(pattern)));
        var isHeldOut = !isFirst && weight <= 1 && Hash($"{section}: {words}") % HeldOutOneIn == 0;
        return phrases.Add(new Phrase(pattern, isHeldOut ? BankSplit.HeldOut : BankSplit.Train, weight));
    }

    /// <summary>The slots of a pattern that fill nothing but must hold.</summary>
    private static HashSet<string> ConditionsOf(PatternNode node) => node switch
    {
        PatternNode.Slot(var name, _) when name is "lower" or "upper" || name.StartsWith("is-", StringComparison.Ordinal) || name.StartsWith("has-", StringComparison.Ordinal) => [name],
        PatternNode.Sequence(var parts) => [.. parts.SelectMany(ConditionsOf)],
        PatternNode.Choice(var alternatives) => [.. alternatives.SelectMany(ConditionsOf)],
        PatternNode.Direction(var inner) => ConditionsOf(inner),
        _ => [],
    };

    /// <summary>FNV-1a, the same on every machine.</summary>
    private static uint Hash(string words) => words.Aggregate(2166136261u, (hash, sign) => unchecked((hash ^ sign) * 16777619u));

    private static IEnumerable<string> SectionsOf(PatternNode node) => node switch
    {
        PatternNode.Section(var name) => [name],
        PatternNode.Sequence(var parts) => parts.SelectMany(SectionsOf),
        PatternNode.Choice(var alternatives) => alternatives.SelectMany(SectionsOf),
        PatternNode.Direction(var inner) => SectionsOf(inner),
        _ => [],
    };

    private static PhraseBook Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return Read(assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }));
    }
}
