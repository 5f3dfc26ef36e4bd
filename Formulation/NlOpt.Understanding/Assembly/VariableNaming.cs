using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Formulation;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Assembly;

/// <summary>What a variable is called and where the text names it.</summary>
/// <param name="Name">Unique in its reading.</param>
/// <param name="Mentions">Every place, in order; empty when the text never says it as such.</param>
/// <param name="Places">The same in tokens, leading determiners left out.</param>
internal sealed record NamedVariable(string Name, ImmutableArray<Evidence> Mentions, IReadOnlyList<Occurrence> Places);

/// <summary>Chooses the names of variables from the words of the user: the longest usual form, in the plural where the text has it.</summary>
internal static class VariableNaming
{
    private const double UsualShare = 0.25;

    private static readonly FrozenSet<string> Determiners =
        "a an the each every all any both per its their his her our my your one".Split(' ').ToFrozenSet();

    /// <summary>The names of all variables of a reading.</summary>
    public static NamedVariable[] Of(ReadingContext context, TextSpans spans)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var named = new NamedVariable[context.Count];
        for (var variable = 0; variable < named.Length; variable++)
        {
            var places = context.Occurrences.Where(place => place.Variable == variable).Select(place => WithoutDeterminers(context.Tokens, place)).ToList();
            var forms = Forms(context.Tokens, places, spans);
            var name = forms.FirstOrDefault(form => !names.Contains(form)) ?? Numbered(forms.FirstOrDefault() ?? Spoken(context, variable), names);
            names.Add(name);
            named[variable] = new NamedVariable(name, [.. places.Select(place => spans.Of(place.First, place.End)).Distinct()], places);
        }

        return named;
    }

    private static Occurrence WithoutDeterminers(Token[] tokens, Occurrence place)
    {
        var first = place.First;
        while (first + 1 < place.End && Determiners.Contains(tokens[first].Lower) && !(tokens[first].Raw == "A" && !StartsSentence(tokens, first))) first++;
        return place with { First = first };
    }

    /// <summary>The forms of a name, the preferred one first.</summary>
    private static List<string> Forms(Token[] tokens, List<Occurrence> places, TextSpans spans) =>
    [
        .. places
            .GroupBy(place => string.Join(' ', Words(tokens, place).Select(token => token.Stem)))
            .OrderByDescending(group => group.Count() >= Math.Max(1, UsualShare * places.Count))
            .ThenByDescending(group => Words(tokens, group.First()).Count())
            .ThenByDescending(group => group.Count())
            .SelectMany(group => group
                .GroupBy(place => Form(tokens, place, group, spans), StringComparer.Ordinal)
                .OrderByDescending(form => IsPlural(Words(tokens, form.First()).Last()))
                .ThenByDescending(form => form.Count())
                .Select(form => form.Key)),
    ];

    private static IEnumerable<Token> Words(Token[] tokens, Occurrence place) => tokens[place.First..place.End].Where(token => token.IsAlphanumeric);

    /// <summary>As written, but without the capital that only the start of a sentence gave it.</summary>
    private static string Form(Token[] tokens, Occurrence place, IEnumerable<Occurrence> same, TextSpans spans)
    {
        var written = spans.Words(place.First, place.End);
        var first = tokens[place.First];
        var owesCapital = first.Shape == TokenShape.Capitalized && StartsSentence(tokens, place.First)
            && tokens[(place.First + 1)..place.End].All(token => token.Shape is not (TokenShape.Capitalized or TokenShape.UpperCase) || token.Raw.Length == 1)
            && !same.Any(other => !StartsSentence(tokens, other.First) && tokens[other.First].Shape == TokenShape.Capitalized);
        return owesCapital ? char.ToLowerInvariant(written[0]) + written[1..] : written;
    }

    private static bool StartsSentence(Token[] tokens, int token)
    {
        for (var before = token - 1; before >= 0 && tokens[before].Sentence == tokens[token].Sentence; before--)
            if (tokens[before].IsAlphanumeric) return false;
        return true;
    }

    private static bool IsPlural(Token word) => word.IsWord && word.Stem != word.Lower;

    /// <summary>A name that the text never says as such, by its key.</summary>
    private static string Spoken(ReadingContext context, int variable) =>
        context.Variables.Names[variable].MaxBy(key => key.Length)!.ToString();

    private static string Numbered(string name, HashSet<string> taken)
    {
        for (var number = 2; ; number++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
            if (!taken.Contains(candidate)) return candidate;
        }
    }
}
