using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NlOpt.Dialogue.Simulation;

/// <summary>The ways to say things, by section, from the embedded phrase file.</summary>
internal sealed partial class PhraseBank
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> _sections;

    private PhraseBank(string text)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("//", StringComparison.Ordinal)) continue;
            if (line.StartsWith("== ", StringComparison.Ordinal)) sections[line[3..]] = current = [];
            else current!.Add(line);
        }

        _sections = sections.ToFrozenDictionary(section => section.Key, section => section.Value.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The phrases that come with NlOpt.</summary>
    public static PhraseBank Default { get; } = Load();

    /// <summary>Says something of a section, one of its phrases by chance.</summary>
    /// <param name="section">The section.</param>
    /// <param name="random">The chance.</param>
    /// <param name="slots">What the slots are filled with; a slot with a capital letter begins with one.</param>
    public string Say(string section, Random random, params ReadOnlySpan<(string Slot, string Text)> slots)
    {
        var phrases = _sections[section];
        var phrase = phrases[random.Next(phrases.Length)];
        var filled = slots.ToArray();
        return Slot().Replace(phrase, match =>
        {
            var name = match.Groups[1].Value;
            var text = Array.Find(filled, slot => slot.Slot.Equals(name, StringComparison.OrdinalIgnoreCase)).Text
                ?? throw new ArgumentException($"The slot {{{name}}} of section {section} is not filled.", nameof(slots));
            return char.IsUpper(name[0]) && text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        });
    }

    private static PhraseBank Load()
    {
        using var stream = typeof(PhraseBank).Assembly.GetManifestResourceStream("answers.txt")
            ?? throw new InvalidOperationException("The phrase file is missing.");
        using var reader = new StreamReader(stream);
        return new PhraseBank(reader.ReadToEnd());
    }

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Slot();
}
