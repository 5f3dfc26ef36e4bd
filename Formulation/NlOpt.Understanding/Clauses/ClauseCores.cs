namespace NlOpt.Understanding.Clauses;

/// <summary>Finds the part of a clause that says something: without what leads up to it or explains it.</summary>
internal static class ClauseCores
{
    /// <summary>The clause as it stands, then without what leads up to it ("due to the licence, ...", "the board insists that ...") or explains
    /// it.</summary>
    public static IEnumerable<(int From, int To)> Of(Segment sentence, int from, int to)
    {
        var stop = to;
        while (EndsIdle(sentence, from, stop) is { } less) stop = less;
        yield return (from, stop);
        var full = stop;
        for (var index = to - 1; index > from + 3 && sentence.Items[index].Kind is not (ItemKind.Variable or ItemKind.Number); index--)
            if (sentence.Items[index].Is("because", "since", "due", "so", "for", "given", "after", "whatever") || IsPurpose(sentence, index)
                || (sentence.Items[index].Is("as") && index + 1 < to && !sentence.Items[index + 1].Is("many", "much", "well"))) stop = index;
        // "..., though B may be made alone".
        if (sentence.Find(", though|, although|, even though", from) is { } though && though.First > from + 3 && though.First < stop
            && sentence.Part(though.First, to).Has("alone|by itself|by themselves|on its own|on their own")) stop = though.First;
        while (stop > from && sentence.Items[stop - 1].Is(",")) stop--;
        if (stop < full && stop - from >= 3) yield return (from, stop);
        // "Since oak is rare, ...": a reason may name the things too.
        var comma = sentence.Items.FindIndex(from, stop - from, item => item.Is(","));
        if (comma > from && stop - comma > 3
            && sentence.Items[from].Is("since", "because", "as", "due", "to", "for", "given", "after")) yield return (comma + 1, stop);
        for (var index = from; index < stop - 3; index++)
        {
            if (sentence.Items[index].Kind is ItemKind.Variable or ItemKind.Number) yield break;
            if (sentence.Items[index].Is(",", "that", ":")) yield return (index + 1, stop);
            else if (index > from
                && sentence.Items[index].Is("if", "unless", "whenever", "either", "exactly", "at", "only")) yield return (index, stop);
        }
    }

    /// <summary>"To avoid side effects" at the end of a clause, but not "has to".</summary>
    private static bool IsPurpose(Segment sentence, int index) =>
        sentence.Items[index].Is("to")
            && !sentence.Items[index - 1].Is("has", "have", "needs", "need", "wants", "want", "allowed", "able", "going", "up", "equal", "required",
            "decides", "chooses", "or");

    /// <summary>Where a clause ends without its "as well", "too", "at the moment"; null where it ends with none of them.</summary>
    private static int? EndsIdle(Segment sentence, int from, int to)
    {
        if (to - from > 4 && sentence.Part(to - 2,
            to).Starts("as well|this time|at present|right now|this year|this month|this week|this season")) return to - 2;
        if (to - from > 5 && sentence.Part(to - 3,
            to).Starts("at the moment|for the moment|for the present|at this time|for this season")) return to - 3;
        return to - from > 3 && sentence.Items[to - 1].Is("too", "also", "again", ",") ? to - 1 : null;
    }
}
