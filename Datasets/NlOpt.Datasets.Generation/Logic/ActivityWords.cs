using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Telling;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>Fills the slots that say that a thing is done or not; a slot is told which thing by its letter: <c>{done:a}</c>.</summary>
internal static class ActivityWords
{
    private static readonly (string Slot, string Section)[] Activities =
    [
        ("done", "activity-done"), ("if", "activity-if"), ("undone", "activity-undone"), ("must", "activity-must"), ("must-not", "activity-must-not"),
        ("do", "activity-do"), ("doing", "activity-doing"),
    ];

    /// <summary>Fills the slots of things named a, b, c in their order.</summary>
    public static void Fill(Scope scope, ProblemWords words, ImmutableArray<int> things)
    {
        scope.Set("x", (draft, letter) => words.Names.Name(draft, Thing(letter), isPlural: true));
        scope.Set("is", (draft, letter) => draft.Write(IsPlural(words, Thing(letter)) ? "are" : "is"));
        foreach (var (slot, section) in Activities)
            scope.Set(slot, (draft, letter) => words.Speaker.Say(section, One(words, Thing(letter)), draft));

        int Thing(string letter) => things[letter[0] - 'a'];
    }

    /// <summary>Fills <c>{list}</c> "A, B and C" and <c>{list-or}</c> "A, B or C"; a measure is said once: "acres of barley and oats".</summary>
    public static void FillLists(Scope scope, ProblemWords words, string slot, ImmutableArray<int> things)
    {
        scope.Set(slot, draft => words.List(draft, things.Length, "and", Write)).Set(slot + "-or", draft => words.List(draft, things.Length, "or", Write));

        void Write(TextDraft draft, int index)
        {
            if (index == 0) words.Names.Amount(draft, things[index]);
            else words.Names.Name(draft, things[index], isPlural: true);
        }
    }

    private static Scope One(ProblemWords words, int thing)
    {
        var isPlural = IsPlural(words, thing);
        return words.Scope().Set("x", draft => words.Names.Name(draft, thing, isPlural: true)).Set("is", isPlural ? "are" : "is")
            .Set("has", (draft, forms) => draft.Write(forms.Split('/')[isPlural ? 1 : 0]));
    }

    /// <summary>Things with two forms are named in the plural; stuff is in the singular unless its one form is a plural, as "oats".</summary>
    private static bool IsPlural(ProblemWords words, int thing)
    {
        var forms = words.Problem.Names[thing].Name;
        return WordForms.IsCounted(forms)
            || forms.EndsWith('s') && !forms.EndsWith("ss", StringComparison.Ordinal) && !forms.EndsWith("us", StringComparison.Ordinal) && char.IsLower(forms[0]);
    }
}
