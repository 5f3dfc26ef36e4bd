using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Metrics;

/// <summary>A part of a summary that tells something: an item of a list, or a sentence.</summary>
/// <param name="Text">Its text, without the sign of the list.</param>
/// <param name="Start">Where it starts in the summary.</param>
/// <param name="IsListed">An item of a list.</param>
/// <param name="Numbers">Its numbers, in order.</param>
/// <param name="Names">Where it names variables, in order; the index is that of the variable.</param>
internal sealed partial record Claim(string Text, int Start, bool IsListed, ImmutableArray<SpokenNumber> Numbers, ImmutableArray<SpokenName> Names)
{
    private const string Dash = "-*•–";

    /// <summary>A question tells nothing.</summary>
    public bool IsQuestion => Text.TrimEnd().EndsWith('?');

    /// <summary>Cuts a summary into claims.</summary>
    /// <param name="summary">The summary; untrusted.</param>
    /// <param name="variables">The variables whose names are looked for.</param>
    public static ImmutableArray<Claim> Of(string summary, ImmutableArray<SlotVariable> variables)
    {
        var numbers = NoteReader.Numbers(summary);
        var names = Places(summary, variables);
        return [.. Parts(summary).Select(part => new Claim(
            summary[part.Start..part.End],
            part.Start,
            part.IsListed,
            [.. numbers.Where(number => number.Evidence.Start >= part.Start && number.Evidence.Start < part.End)],
            [.. names.Where(name => name.Evidence.Start >= part.Start && name.Evidence.Start < part.End)]))];
    }

    /// <summary>The variable named last before a number, and the one named first behind it; null where there is none in the claim.</summary>
    public (int? Before, int? After) Around(SpokenNumber number)
    {
        int? before = null;
        foreach (var name in Names)
        {
            if (name.Evidence.Start > number.Evidence.Start) return (before, name.Index);
            before = name.Index;
        }

        return (before, null);
    }

    /// <summary>Lines; those that are no items of a list are cut into sentences.</summary>
    private static IEnumerable<(int Start, int End, bool IsListed)> Parts(string summary)
    {
        for (var start = 0; start < summary.Length;)
        {
            var end = summary.IndexOf('\n', start) is >= 0 and var found ? found : summary.Length;
            var sign = ListSign().Match(summary, start, end - start);
            if (sign.Success)
            {
                yield return (start + sign.Length, end, true);
            }
            else
            {
                foreach (Match sentence in Sentence().Matches(summary[start..end]))
                    yield return (start + sentence.Index, start + sentence.Index + sentence.Length, false);
            }

            start = end + 1;
        }
    }

    /// <summary>Where variables are named: by their longest names, of which a single telling word will do, and by all their names in full.</summary>
    private static ImmutableArray<SpokenName> Places(string summary, ImmutableArray<SlotVariable> variables)
    {
        if (variables.IsEmpty) return [];
        var places = NoteReader.Places(summary, [.. variables.Select(variable => variable.Names.MaxBy(name => name.Length)!)]);
        var others = variables.SelectMany((variable, index) => variable.Names.Select(name => (Name: name, Index: index))).ToList();
        var further = NoteReader.Places(summary, [.. others.Select(other => other.Name)])
            .Select(place => place with { Index = others[place.Index].Index })
            .Where(place => !places.Any(known => known.Evidence.Start < place.Evidence.End && place.Evidence.Start < known.Evidence.End));
        return [.. places.Concat(further).OrderBy(place => place.Evidence)];
    }

    [GeneratedRegex(@"\G\s*(?:[" + Dash + @"]|\d{1,2}[.)]|[a-z][.)])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex ListSign();

    [GeneratedRegex(@"\S.*?(?:[.!?](?=\s|$)|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
