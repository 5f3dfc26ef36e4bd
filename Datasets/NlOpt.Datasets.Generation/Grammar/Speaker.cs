using System.Collections.Concurrent;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Grammar;

/// <summary>Says things: chooses phrases that the split allows and the scope can fill, and writes them.</summary>
/// <param name="book">The phrases.</param>
/// <param name="split">Train: only phrases for training; held-out: those and the others, mixed.</param>
/// <param name="random">Decides.</param>
internal sealed class Speaker(PhraseBook book, BankSplit split, RandomNumbers random)
{
    private const double ShareOfHeldOut = 0.35;
    private static readonly ConcurrentDictionary<string, PatternNode> Parsed = new(StringComparer.Ordinal);

    /// <summary>A speaker that makes the same choices whenever it is asked for with the same seed.</summary>
    public Speaker Alike(int seed) => new(book, split, new RandomNumbers((ulong)seed));

    /// <summary>Whether some phrase of a section can be said.</summary>
    public bool Can(string section, Scope scope) => book[section].Any(phrase => IsAllowed(phrase) && Fits(phrase.Pattern, scope));

    /// <summary>Says a phrase of a section.</summary>
    /// <exception cref="InvalidOperationException">None of its phrases fits.</exception>
    public void Say(string section, Scope scope, TextDraft draft)
    {
        var fitting = book[section].Where(phrase => IsAllowed(phrase) && Fits(phrase.Pattern, scope)).ToList();
        if (fitting.Count == 0) throw new InvalidOperationException($"No phrase of the section '{section}' fits.");
        var heldOut = fitting.FindAll(phrase => phrase.Split == BankSplit.HeldOut);
        Write(random.Pick(heldOut.Count > 0 && random.Chance(ShareOfHeldOut) ? heldOut : fitting, phrase => phrase.Weight).Pattern, scope, draft);
    }

    /// <summary>Says a pattern that stands in a bank.</summary>
    public void SayPattern(string pattern, Scope scope, TextDraft draft) => Write(Parsed.GetOrAdd(pattern, PatternParser.Parse), scope, draft);

    /// <summary>Whether the scope fills a pattern that stands in a bank.</summary>
    public bool CanPattern(string pattern, Scope scope) => Fits(Parsed.GetOrAdd(pattern, PatternParser.Parse), scope);

    private bool IsAllowed(Phrase phrase) => phrase.Split == BankSplit.Train || split == BankSplit.HeldOut;

    private bool Fits(PatternNode node, Scope scope) => node switch
    {
        PatternNode.Slot(var name, _) => scope.Has(name),
        PatternNode.Sequence(var parts) => parts.All(part => Fits(part, scope)),
        PatternNode.Choice(var alternatives) => alternatives.Any(alternative => Fits(alternative, scope)),
        PatternNode.Direction(var inner) => Fits(inner, scope),
        PatternNode.Section(var name) => Can(name, scope),
        _ => true,
    };

    private void Write(PatternNode node, Scope scope, TextDraft draft)
    {
        switch (node)
        {
            case PatternNode.Words(var words):
                draft.Write(words);
                break;
            case PatternNode.Sequence(var parts):
                foreach (var part in parts) Write(part, scope, draft);
                break;
            case PatternNode.Choice(var alternatives):
                Write(random.Pick(alternatives.Where(alternative => Fits(alternative, scope)).ToList()), scope, draft);
                break;
            case PatternNode.Slot(var name, var argument):
                scope.Write(name, argument, draft);
                break;
            case PatternNode.Section(var name):
                Say(name, scope, draft);
                break;
            case PatternNode.Direction(var inner):
                draft.Marked(MarkKind.Direction, 0, marked => Write(inner, scope, marked));
                break;
            case PatternNode.Phenomenon(var name):
                draft.Note(name);
                break;
            default:
                throw new InvalidOperationException($"Unknown part {node.GetType().Name}.");
        }
    }
}
