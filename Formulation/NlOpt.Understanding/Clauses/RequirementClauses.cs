using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>Reads clauses that demand or forbid a thing as such.</summary>
internal static class RequirementClauses
{
    private const int MostUnknownWords = 3;

    private const string Demands =
        "not allowed|not permitted|forbidden|impossible|not possible|are a must|is a must|indispensable|vital|must|has to|have to|needs to|"
        + "need to|should|shall|will definitely|is mandatory|are mandatory|is compulsory|are compulsory|is obligatory|are obligatory|cannot|"
        + "can not|may not";

    // "They must make A" tells what they make; these say that there must be some of it whatever the plan.
    private const string Emphasis =
        "a must|indispensable|vital|whatever happens|come what may|in any event|mandatory|compulsory|obligatory|in any case|in every case|"
        + "definitely|certainly|no matter what|at least some #|some #|without fail|by all means|under all circumstances|in all cases|part of|"
        + "in the plan|"
        + "in the mix|in the portfolio|in the range|in the assortment|in the programme|in the program|on the list|on offer";

    private const string Prohibitions =
        "cannot|can not|can't|must not|mustn't|may not|should not|shouldn't|must never|may never|forbidden|prohibited|banned|not allowed|"
        + "not permitted|impossible";

    private const string VerblessForms =
        "a must|indispensable|vital|there must|there can|there may|there has|there have|there should|mandatory|compulsory|obligatory|"
        + "not allowed|not permitted";

    /// <summary>"A must be chosen", "they must include A", "A and B cannot be used", "no A may be made"; empty where it is none of these.</summary>
    public static ImmutableArray<Statement> Read(Segment segment, VariableGroup group)
    {
        var items = segment.Items;
        if (group.Joint == Joint.Or || items.Exists(item => item.Kind == ItemKind.Number
            || item.Is("only", "together", "alone", "itself", "themselves", "separately"))) return [];
        if (ChoiceClauses.UnknownWords(segment) > MostUnknownWords) return [];
        if (group.Members.Length == 1 && segment.Has("all|both") && !segment.Has("at all|all circumstances|all cases")) return [];
        var before = segment.Part(0, group.First);
        var after = segment.Part(group.End, segment.Count);
        if (IsOfSomethingElse(before, after)) return [];
        var negations = items.Count(AmountLimit.IsNegation) - (segment.Has("no matter") ? 1 : 0);
        var omissions = items.Count(item => item.IsIn(WordClass.Omissions));
        if (negations > 1 || omissions > 1) return [];
        var predicate = IsSubject(before) ? after : before;
        var isActive = (negations + omissions) % 2 == 0;
        var isSaid = isActive
            ? predicate.Has(Demands) && (omissions > 0 || segment.Has(Emphasis) || predicate.Items.Exists(item => item.IsIn(WordClass.Choosing)))
            : segment.Has(Prohibitions) || (!group.Members[0].IsActive && segment.Has("can|may|must|should|will"))
                || (omissions > 0 && predicate.Has("must|has to|have to|needs to|need to|should|are omit|is omit"));
        var hasVerb = omissions > 0 || segment.Has(VerblessForms)
            || Enumerable.Range(0, items.Count).Any(index => VerbPlaces.IsVerb(items, 0, index));
        return isSaid && hasVerb
            ? [.. group.Variables.Select(variable => new Statement.ActivityRequirement(new Activity(variable, isActive)))] : [];
    }

    /// <summary>What "must be used to grow A" is something else than A; who must "choose between A and B" has only begun.</summary>
    private static bool IsOfSomethingElse(Segment before, Segment after) =>
        before.Has("between|among|from|used|for")
        || (after.Items.Exists(item => item.Is("to", "for", "with")) && !after.Has("has to|have to|needs to|need to|allowed to"));

    /// <summary>True where no verb precedes the names, apart from a gerund that they belong to: "baking A is compulsory".</summary>
    private static bool IsSubject(Segment before)
    {
        var isGerund = before.Count > 0 && before.Items[0].Text.EndsWith("ing", StringComparison.Ordinal);
        for (var index = isGerund ? 1 : 0; index < before.Count; index++)
        {
            var item = before.Items[index];
            if (item.IsIn(WordClass.Duties) || item.IsIn(WordClass.Permissions) || VerbPlaces.IsVerb(before.Items, 0, index)) return false;
        }

        return true;
    }
}
