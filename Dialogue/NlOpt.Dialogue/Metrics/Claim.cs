using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Formulation;
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
        var names = Places(summary, variables);
        // The 3 of a name such as "type 3" counts nothing.
        var numbers = NoteReader.Numbers(summary).Where(number => !names.Any(name => Overlap(name.Evidence, number.Evidence))).ToList();
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

    /// <summary>
    /// Where variables are named: by their longest names, by all their names in full, and by single words that only one of them has in its names
    /// ("the buses" for a coach bus beside a minivan). Summaries shorten names as people do.
    /// </summary>
    private static ImmutableArray<SpokenName> Places(string summary, ImmutableArray<SlotVariable> variables)
    {
        if (variables.IsEmpty) return [];
        var stems = variables
            .Select(variable => variable.Names.SelectMany(name => NoteReader.Stems(name)).ToHashSet(StringComparer.Ordinal)).ToList();
        ImmutableArray<SpokenName> places = [];
        Add([.. variables.Select((variable, index) => (variable.Names.MaxBy(name => name.Length)!, index))]);
        Add([.. variables.SelectMany((variable, index) => variable.Names.Select(name => (name, index)))]);
        Add([.. stems.SelectMany((own, index) => own.Where(stem => stems.Count(other => other.Contains(stem)) == 1)
            .Order(StringComparer.Ordinal).Select(stem => (stem, index)))]);
        return places;

        // What was found first stands; later names may only fill what is left.
        void Add(ImmutableArray<(string Name, int Index)> names)
        {
            if (names.IsEmpty) return;
            var further = NoteReader.Places(summary, [.. names.Select(name => name.Name)])
                .Select(place => place with { Index = names[place.Index].Index })
                .Where(place => !places.Any(known => Overlap(known.Evidence, place.Evidence)));
            places = [.. places.Concat(further).OrderBy(place => place.Evidence)];
        }
    }

    private static bool Overlap(Evidence first, Evidence second) => first.Start < second.End && second.Start < first.End;

    [GeneratedRegex(@"\G\s*(?:[" + Dash + @"]|\d{1,2}[.)]|[a-z][.)])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex ListSign();

    [GeneratedRegex(@"\S.*?(?:[.!?](?=\s|$)|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
