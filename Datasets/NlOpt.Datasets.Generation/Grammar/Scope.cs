using NlOpt.Datasets.Generation.Drafts;

namespace NlOpt.Datasets.Generation.Grammar;

/// <summary>What the slots of a phrase are filled with. A slot that is missing rules out the phrases that need it.</summary>
/// <param name="outer">Where slots are looked for that are missing here; null for nowhere.</param>
internal sealed class Scope(Scope? outer = null)
{
    private readonly Dictionary<string, Action<TextDraft, string>> _slots = new(StringComparer.Ordinal);

    /// <summary>Fills a slot with words.</summary>
    public Scope Set(string slot, string words) => Set(slot, draft => draft.Write(words));

    /// <summary>Fills a slot.</summary>
    public Scope Set(string slot, Action<TextDraft> write) => Set(slot, (draft, _) => write(draft));

    /// <summary>Fills a slot that is told something.</summary>
    public Scope Set(string slot, Action<TextDraft, string> write)
    {
        _slots[slot] = write;
        return this;
    }

    /// <summary>Makes a slot known, without words, where something holds: phrases ask for it to be sure of it.</summary>
    public Scope Know(string slot, bool holds) => holds ? Set(slot, _ => { }) : this;

    /// <summary>Whether a slot can be filled.</summary>
    public bool Has(string slot) => _slots.ContainsKey(slot) || outer?.Has(slot) == true;

    /// <summary>Fills a slot.</summary>
    /// <exception cref="InvalidOperationException">Nothing is known about it.</exception>
    public void Write(string slot, string argument, TextDraft draft)
    {
        if (_slots.TryGetValue(slot, out var write)) write(draft, argument);
        else if (outer is not null) outer.Write(slot, argument, draft);
        else throw new InvalidOperationException($"The slot '{slot}' has no words.");
    }
}
