using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Paragraphs;
using NlOpt.Understanding.Refusals;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using NlOpt.Understanding.Weights;

namespace NlOpt.Understanding;

/// <summary>
/// Reads what people say piece by piece, where the things to decide on are known or asked for: notes that are no whole problem yet, and the
/// names and numbers of single messages. Safe for use by several threads at once; all text is untrusted.
/// </summary>
/// <param name="weights">What it has learned.</param>
public sealed class NoteReader(ReaderWeights weights)
{
    private readonly TextDecoding _decoding = new((weights ?? throw new ArgumentNullException(nameof(weights))).Models);
    private readonly VariableSetSelector _selector = new(weights.Models.NamePair);
    private readonly TwoPassTagger _tagger = weights.Models.Tagger;

    /// <summary>A reader with the weights that come with it.</summary>
    public NoteReader()
        : this(ReaderWeights.Default)
    {
    }

    /// <summary>Reads notes about a problem as far as they go.</summary>
    /// <param name="notes">What was said, one turn a note.</param>
    /// <param name="names">The things to decide on, at least one, each with a letter or digit; the variables of the result, in this order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>
    /// The readings, as incomplete as the notes are; null where nothing can be read from them: no words, or characters and lengths that
    /// <see cref="EmbeddedReader"/> refuses too.
    /// </returns>
    /// <exception cref="ArgumentException">A name has neither letter nor digit, or there is none.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Reading? Read(Source notes, IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0) throw new ArgumentException("There must be a name.", nameof(names));
        var known = KnownNames.Of(names);
        if (notes.Turns.IsDefaultOrEmpty) return null;
        var text = new SourceText(notes);
        if (Refusal.Of(text) is not null) return null;
        var tokens = Tokenizer.Tokenize(text.Plain);
        var quantities = QuantityReader.Read(tokens);
        var labels = _tagger.Label(tokens);
        var set = new ScoredVariableSet(VariableSetSelector.Gather(tokens, labels, known), 1, 0, 0);
        var reading = _decoding.Read(text, tokens, labels, quantities, [set], cancellationToken);
        return reading is null ? null : new Reading(Named(reading.Best, names), [.. reading.Rivals.Select(rival => Named(rival, names))]);
    }

    /// <summary>The things that a message seems to choose the amounts of, in its own words and order; empty when it names none.</summary>
    public ImmutableArray<string> Propose(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = new SourceText(Source.Of(message));
        if (Refusal.Of(text) is not null) return [];
        var tokens = Tokenizer.Tokenize(text.Plain);
        var labels = _tagger.Label(tokens);
        var sets = _selector.Propose(tokens, labels, QuantityReader.Read(tokens));
        if (sets.Count == 0) return [];
        var places = Occurrences.Find(tokens, sets[0].Set);
        var firstMentions = Enumerable.Range(0, sets[0].Set.Count).Select(variable => places.Where(place => place.Variable == variable)
            .Select(place => message[tokens[place.First].Start..tokens[place.End - 1].End]).FirstOrDefault());
        return [.. firstMentions.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a message says that something is to be as large or as small as possible.</summary>
    public static bool SaysGoal(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var tokens = Tokenizer.Tokenize(message);
        return ObjectiveCheck.SaysExtreme(tokens) || GoalRule.StatesGoal(tokens);
    }

    /// <summary>The numbers of a message, in order.</summary>
    public static ImmutableArray<SpokenNumber> Numbers(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var tokens = Tokenizer.Tokenize(message);
        return [.. QuantityReader.Read(tokens).Select(quantity => new SpokenNumber(
            new Evidence(tokens[quantity.First].Start, tokens[quantity.End - 1].End),
            quantity.Value,
            quantity.IsMoney,
            quantity.IsPercent || quantity.IsFraction || quantity.IsMultiple))];
    }

    /// <summary>Where a message names known things, in order and without overlap.</summary>
    /// <param name="message">The message.</param>
    /// <param name="names">The known names, each with a letter or digit.</param>
    /// <exception cref="ArgumentException">A name has neither letter nor digit.</exception>
    public static ImmutableArray<SpokenName> Places(string message, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(names);
        var tokens = Tokenizer.Tokenize(message);
        return [.. Occurrences.Find(tokens, KnownNames.Of(names)).Select(place =>
            new SpokenName(new Evidence(tokens[place.First].Start, tokens[place.End - 1].End), place.Variable))];
    }

    /// <summary>The stems of the words of a message that carry meaning, in order: no function words, no numbers, no symbols.</summary>
    public static ImmutableArray<string> Stems(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return [.. Tokenizer.Tokenize(message).Where(token => token.IsWord && !token.IsNumber && !token.IsFunctionWord).Select(token => token.Stem)];
    }

    private static ProblemFormulation Named(ProblemFormulation formulation, IReadOnlyList<string> names) => formulation with
    {
        Variables = [.. formulation.Variables.Select(variable => variable with { Name = names[variable.Id.Index] })],
    };
}
