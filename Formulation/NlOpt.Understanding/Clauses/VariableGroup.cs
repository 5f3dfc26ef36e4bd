using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>How the names of a list are joined.</summary>
internal enum Joint
{
    /// <summary>One name.</summary>
    Single,

    /// <summary>"and", "as well as", "plus".</summary>
    And,

    /// <summary>"or", "nor".</summary>
    Or,
}

/// <summary>A list of names: "oak and pine", "either A or B", "neither of them".</summary>
/// <param name="Members">Variables in order, each with whether the list itself negates it ("A but not B", "no A").</param>
/// <param name="Joint">How they are joined.</param>
/// <param name="Quantifier">The word before the list: both, either, neither, none, any, all, one; empty for none.</param>
/// <param name="First">First item, quantifier included.</param>
/// <param name="End">One past the last item.</param>
internal sealed record VariableGroup(ImmutableArray<Activity> Members, Joint Joint, string Quantifier, int First, int End)
{
    /// <summary>The quantifier of "the others".</summary>
    public const string Rest = "rest";

    /// <summary>The quantifier of "any A".</summary>
    public const string Some = "some";

    private const int MostFillers = 4;

    /// <summary>The variables, in order.</summary>
    public ImmutableArray<DecisionVariableId> Variables => [.. Members.Select(member => member.Variable)];

    /// <summary>True when the list names a variable.</summary>
    public bool Names(DecisionVariableId variable) => Members.Any(member => member.Variable == variable);

    /// <summary>All lists of a run of items, in order; null where one joins its names by "and" and by "or".</summary>
    public static List<VariableGroup>? ReadAll(List<ClauseItem> items, int from, int to)
    {
        var groups = new List<VariableGroup>();
        for (var index = from; index < to;)
        {
            if (items[index].Kind != ItemKind.Variable)
            {
                index++;
                continue;
            }

            if (ReadAt(items, from, index, to) is not { } group) return null;
            groups.Add(group);
            index = group.End;
        }

        return groups;
    }

    private static VariableGroup? ReadAt(List<ClauseItem> items, int from, int at, int to)
    {
        var (quantifier, start, negated) = Before(items, from, at);
        var members = new List<Activity>();
        Add(items[at], !negated);
        if (items[at].Variables.Length > 1 && quantifier.Length == 0) quantifier = Rest;
        var joint = items[at].Variables.Length > 1 ? (quantifier is "any" or Some or "either" || negated ? Joint.Or : Joint.And) : Joint.Single;
        var end = at + 1;
        var commas = 0;
        while ((NextMember(items, from, end, to, out var word) ?? NextRepeated(items, end, to, ref word)) is { } next)
        {
            // "... as hours on A, and A must ...": a name said again begins another saying.
            if (next.Repeated == 0 && items[next.At].Variables.All(variable => members.Exists(member => member.Variable.Index == variable))) break;
            var join = word is "or" or "nor" ? Joint.Or : Joint.And;
            if (word == ",") commas++;
            else if (joint == Joint.Single || joint == join) joint = join;
            else return null;
            // "No A and no B" negates each; so does "A but not B". "Neither" negates the whole list.
            Add(items[next.At], !next.IsNegated);
            end = next.At + 1 + next.Repeated;
        }

        // "A, B or both".
        if (commas > 0 && joint == Joint.Single && end + 1 < to && items[end].Is("or", ",")
            && items.Skip(end).Take(3).Any(item => item.Is("both"))) joint = Joint.Or;

        if (joint == Joint.Single && commas > 0) return null;
        var distinct = members.DistinctBy(member => member.Variable).ToImmutableArray();
        return new VariableGroup(distinct, distinct.Length == 1 ? Joint.Single : joint, quantifier, start, end);

        void Add(ClauseItem item, bool isActive)
        {
            foreach (var variable in item.Variables) members.Add(new Activity(new DecisionVariableId(variable), isActive));
        }
    }

    /// <summary>Reads backwards over determiners for "both", "neither of the", "at least one of", "no".</summary>
    private static (string Quantifier, int Start, bool IsNegated) Before(List<ClauseItem> items, int from, int at)
    {
        var (quantifier, start, negated, isOf) = ("", at, false, false);
        for (var index = at - 1; index >= from && at - index <= 5; index--)
        {
            var item = items[index];
            if (item.Is("both", "either", "neither", "none", "any", "all", "one"))
            {
                // "Any of A and B" picks; "any A" is a determiner.
                (quantifier, start) = (quantifier is "" or Some ? (item.Is("any") && !isOf ? Some : item.Text) : quantifier, index);
                if (item.Text is "one" && index >= from + 2 && items[index - 1].Is("least")
                    && items[index - 2].Is("at")) (quantifier, start) = ("any", index - 2);
            }
            else if (item.Is("no")) (negated, start) = (true, index);
            else if (item.Is("of") && index > from
                && (items[index - 1].Is("one", "any", "all", "both", "either", "neither", "none")
                || items[index - 1].IsIn(WordClass.GenericNouns))) (start, isOf) = (index, true);
            else if (item.Is("two", "three", "four") || item.IsIn(WordClass.Determiners) || item.IsIn(WordClass.GenericNouns)) start = index;
            else break;
        }

        return (quantifier, quantifier.Length > 0 || negated ? start : at, negated);
    }

    private static (int At, bool IsNegated, int Repeated)? NextMember(List<ClauseItem> items, int from, int end, int to, out string word)
    {
        word = "";
        var index = end;
        if (index < to && items[index].Is(",")) (word, index) = (",", index + 1);
        if (index < to && items[index].Is("and", "or", "nor", "&", "plus", "but"))
        {
            word = items[index].Text;
            index++;
            // "A and/or B" joins like "or".
            if (index + 1 < to && items[index].Is("/") && items[index + 1].Is("or")) (word, index) = ("or", index + 2);
        }
        else if (index + 1 < to && items[index].Is("together", "along") && items[index + 1].Is("with")) (word, index) = ("and", index + 2);
        else if (index + 2 < to && items[index].Is("as") && items[index + 1].Is("well")
            && items[index + 2].Is("as")) (word, index) = ("and", index + 3);

        if (word.Length == 0) return null;
        var negated = false;
        for (var filler = 0; filler < MostFillers && index < to; filler++, index++)
        {
            if (items[index].Kind == ItemKind.Variable) return word == "but" && !negated ? null : (index, negated, 0);
            if (items[index].Is("not", "no")) negated = true;
            else if (word == "and" && items[index].Is("must", "should", "shall", "can", "may", "cannot", "will")) return null;
            else if (!items[index].IsIn(WordClass.Determiners) && !items[index].IsIn(WordClass.GenericNouns)
                && !items[index].Is("both", "either", "also", "else", "in", "at", "on", "of", "for", "to", "with")
                && !IsRepeated(items, from, end, items[index])) return null;
        }

        return null;
    }

    /// <summary>"A are made or B are made": what is said of the one is said of the other in the same words.</summary>
    private static (int At, bool IsNegated, int Repeated)? NextRepeated(List<ClauseItem> items, int end, int to, ref string word)
    {
        for (var length = 2; length <= MostFillers && end + length < to; length++)
        {
            if (!items[end + length].Is("or", "and")) continue;
            var at = end + length + 1;
            while (at < to && (items[at].IsIn(WordClass.Determiners) || items[at].Is("both", "either"))) at++;
            if (at >= to || items[at].Kind != ItemKind.Variable) return null;
            // "A must not be made and B must not be made" negates each: these are two sayings.
            if (items.Skip(end).Take(length).Any(AmountLimit.IsNegation)) return null;
            for (var offset = 0; offset < length; offset++)
                if (at + 1 + offset >= to || !SaysTheSame(items, end + offset, at + 1 + offset)) return null;
            word = items[end + length].Text;
            return (at, false, length);
        }

        return null;
    }

    /// <summary>The same word, or another verb in its place: "A are made or B are baked".</summary>
    private static bool SaysTheSame(List<ClauseItem> items, int one, int other) =>
        items[one].Kind == ItemKind.Word && items[other].Kind == ItemKind.Word
        && (items[one].Text == items[other].Text
        || (VerbPlaces.IsVerb(items, 0, one) && VerbPlaces.IsVerb(items, 0, other) && !items[one].Is("must", "can", "may", "should")));

    /// <summary>"Make A or make B": a word that was said before the list may be said again in it.</summary>
    private static bool IsRepeated(List<ClauseItem> items, int from, int end, ClauseItem word)
    {
        for (var index = from; index < end; index++)
            if (word.Kind == ItemKind.Word && items[index].Kind == ItemKind.Word && items[index].Text == word.Text) return true;
        return false;
    }
}
