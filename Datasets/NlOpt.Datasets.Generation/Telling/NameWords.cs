using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Names the decision variables of one text.</summary>
internal sealed class NameWords(Family family, ImmutableArray<ThingName> names, TellingStyle style, RandomNumbers random)
{
    private const double ShareOfOnes = 0.04;
    private readonly HashSet<int> _named = [];

    /// <summary>How many there are.</summary>
    public int Count => names.Length;

    /// <summary>What the amounts are counted in, for many.</summary>
    public string Units => WordForms.Many(family.Measure ?? family.Together);

    /// <summary>Fills the slots that name a variable: <c>{x}</c> "oak tables", <c>{x1}</c> "oak table", <c>{xb}</c> without the measure, <c>{kind-x}</c> after "must be".</summary>
    public void Fill(Scope scope, string slot, int variable)
    {
        scope.Set(slot, draft => Amount(draft, variable)).Set(slot + "1", draft => Piece(draft, variable));
        scope.Set(slot + "b", draft => Name(draft, variable, isPlural: true));
        if (family.Measure is null && names[variable].Short is { } brief) scope.Set(slot + "s", draft => draft.Marked(MarkKind.Variable, variable, brief));
        scope.Set("kind-" + slot, draft => Kind(draft, variable));
        if (WordForms.IsCounted(names[variable].Name)) scope.Set(slot + "b1", draft => Name(draft, variable, isPlural: false));
        if (WordForms.IsCounted(names[variable].Name)) scope.Know(slot == "y" ? "is-counted-second" : "is-counted-first", holds: true);
        scope.Know("is-measured", family.Measure is not null).Know("is-counted-things", family.Measure is null);
    }

    /// <summary>Many of it: "oak tables", "kilograms of wheat", "trips by truck".</summary>
    public void Amount(TextDraft draft, int variable)
    {
        if (family.Measure is { } measure) draft.Write($"{WordForms.Many(measure)} {family.Link} ");
        Name(draft, variable, isPlural: family.Measure is null);
    }

    /// <summary>One of it, without an article: "oak table", "kilogram of wheat", "trip by truck".</summary>
    public void Piece(TextDraft draft, int variable)
    {
        if (family.Measure is { } measure) draft.Write($"{WordForms.One(measure)} {family.Link} ");
        Name(draft, variable, isPlural: false);
    }

    /// <summary>What "must be" it: "oak tables", "of wheat", "by truck".</summary>
    public void Kind(TextDraft draft, int variable)
    {
        if (family.Measure is not null) draft.Write(family.Link + " ");
        Name(draft, variable, isPlural: family.Measure is null);
    }

    /// <summary>The name alone.</summary>
    public void Name(TextDraft draft, int variable, bool isPlural)
    {
        var form = Form(draft, variable, isPlural);
        draft.Marked(MarkKind.Variable, variable, form);
    }

    /// <summary>
    /// All names, as they are introduced: "oak tables and pine tables", perhaps with a shared head: "oak and pine tables"; ways with what is counted, "trips by
    /// van or by boat", unless it is left out.
    /// </summary>
    public void List(TextDraft draft, string conjunction, bool isPlural, bool withMeasure = true)
    {
        var headless = family.Head is not null && names.All(name => name.Short is not null && SharesHead(name)) && random.Chance(0.4);
        if (headless) draft.Note("shared-head");
        for (var index = 0; index < names.Length; index++)
        {
            if (index > 0) draft.Write(index < names.Length - 1 ? ", " : names.Length > 2 && random.Chance(0.4) ? $", {conjunction} " : $" {conjunction} ");
            var isShort = headless && index < names.Length - 1;
            // Where things are ways or places, they are named with their preposition: "by van or by boat".
            if (family.Measure is not null && family.Link != "of" && (index == 0 || family.Link == "by"))
            {
                if (index == 0 && withMeasure && family.Link == "by") draft.Write(Units + " ");
                draft.Write(family.Link + " ");
            }

            if (!isPlural && (index == 0 || !headless) && WordForms.IsCounted(names[index].Name)) draft.Write(TextDraft.Article + " ");
            var form = isPlural ? WordForms.Many(names[index].Name) : WordForms.One(names[index].Name);
            draft.Marked(MarkKind.Variable, index, isShort ? names[index].Short! : form);
            _named.Add(index);
        }
    }

    private bool SharesHead(ThingName name) => name.Name == $"{name.Short} {WordForms.One(family.Head!)}/{name.Short} {WordForms.Many(family.Head!)}";

    private string Form(TextDraft draft, int variable, bool isPlural)
    {
        var name = names[variable];
        if (!_named.Add(variable))
        {
            if (!name.Also.IsEmpty && random.Chance(style.ShareOfOtherNames))
            {
                draft.Note("other-name");
                return Numbered(random.Pick(name.Also), isPlural);
            }

            if (name.Short is not null && family.Measure is null && random.Chance(ShareOfOnes * style.ShareOfEllipsis * 2))
            {
                draft.Note("ellipsis");
                return name.Short + (isPlural ? " ones" : " one");
            }
        }

        return Numbered(name.Name, isPlural);
    }

    private static string Numbered(string forms, bool isPlural) => isPlural ? WordForms.Many(forms) : WordForms.One(forms);
}
