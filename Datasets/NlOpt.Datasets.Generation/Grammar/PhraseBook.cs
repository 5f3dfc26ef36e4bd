using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using NlOpt.Datasets.Generation.Banks;

namespace NlOpt.Datasets.Generation.Grammar;

/// <summary>
/// The phrases, by section. Their text form is docs/reference/domain-banks.md: <c>== section</c> begins one, each line below is a way to say it;
/// <c>!</c> before a line makes it held-out, <c>*3</c> lets it be chosen three times as often.
/// </summary>
internal sealed class PhraseBook
{
    private const string Prefix = "phrasing/";
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
                else sections[section] = sections.GetValueOrDefault(section, []).Add(ReadLine(line));
            }
        }

        foreach (var name in sections.Values.SelectMany(phrases => phrases).SelectMany(phrase => SectionsOf(phrase.Pattern)))
            if (!sections.ContainsKey(name)) throw new InvalidDataException($"A pattern names the section '{name}', which does not exist.");
        return new PhraseBook(sections);
    }

    private static Phrase ReadLine(string line)
    {
        var split = BankSplit.Train;
        var weight = 1.0;
        while (line[0] is '!' or '*')
        {
            var end = line.IndexOf(' ', StringComparison.Ordinal);
            if (end < 0) throw new InvalidDataException($"The line '{line}' holds no pattern.");
            if (line[0] == '!') split = BankSplit.HeldOut;
            else if (!double.TryParse(line[1..end], NumberStyles.Float, CultureInfo.InvariantCulture, out weight) || !(weight > 0)) throw new InvalidDataException($"The line '{line}' has no weight.");
            line = line[end..].TrimStart();
        }

        return new Phrase(PatternParser.Parse(line), split, weight);
    }

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
