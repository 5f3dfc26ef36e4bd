namespace NlOpt.Understanding.Decoding;

/// <summary>Picks the highest of some scores without putting all of them in order.</summary>
internal static class BestFirst
{
    /// <summary>The places of the highest scores, the highest first; of equal ones the earlier first.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="most">How many to pick at most.</param>
    public static int[] Of(ReadOnlySpan<double> scores, int most)
    {
        var places = new int[Math.Min(most, scores.Length)];
        for (var index = 0; index < scores.Length; index++)
        {
            var place = Math.Min(index, places.Length);
            for (; place > 0 && scores[places[place - 1]] < scores[index]; place--)
                if (place < places.Length) places[place] = places[place - 1];
            if (place < places.Length) places[place] = index;
        }

        return places;
    }
}
