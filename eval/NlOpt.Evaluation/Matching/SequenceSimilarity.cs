namespace NlOpt.Evaluation;

/// <summary>
/// The similarity that the official metric uses for names: Ratcliff and Obershelp as in Python's difflib, blanks and tabs being junk. Its
/// special rule for sequences of 200 and more characters is left out: names are shorter.
/// </summary>
internal sealed class SequenceSimilarity
{
    private readonly string _first;
    private readonly string _second;
    private readonly Dictionary<char, List<int>> _positions = [];

    private SequenceSimilarity(string first, string second)
    {
        (_first, _second) = (first, second);
        for (var index = 0; index < second.Length; index++)
        {
            if (IsJunk(second[index])) continue;
            if (!_positions.TryGetValue(second[index], out var positions)) _positions[second[index]] = positions = [];
            positions.Add(index);
        }
    }

    /// <summary>Similarity in [0, 1] of two names, without regard to case and outer blanks; not symmetric, 1 for equal names.</summary>
    public static double Ratio(string first, string second)
    {
        first = first.Trim().ToLowerInvariant();
        second = second.Trim().ToLowerInvariant();
        if (first.Length + second.Length == 0) return 1;
        return 2.0 * new SequenceSimilarity(first, second).CountMatches() / (first.Length + second.Length);
    }

    private int CountMatches()
    {
        var matches = 0;
        var open = new Stack<(int FirstLow, int FirstHigh, int SecondLow, int SecondHigh)>([(0, _first.Length, 0, _second.Length)]);
        while (open.TryPop(out var range))
        {
            var (first, second, length) = LongestMatch(range.FirstLow, range.FirstHigh, range.SecondLow, range.SecondHigh);
            if (length == 0) continue;
            matches += length;
            open.Push((range.FirstLow, first, range.SecondLow, second));
            open.Push((first + length, range.FirstHigh, second + length, range.SecondHigh));
        }

        return matches;
    }

    private (int First, int Second, int Length) LongestMatch(int firstLow, int firstHigh, int secondLow, int secondHigh)
    {
        var (first, second, length) = (firstLow, secondLow, 0);
        var lengths = new Dictionary<int, int>();
        for (var i = firstLow; i < firstHigh; i++)
        {
            var next = new Dictionary<int, int>();
            foreach (var j in _positions.GetValueOrDefault(_first[i]) ?? [])
            {
                if (j < secondLow) continue;
                if (j >= secondHigh) break;
                var here = next[j] = lengths.GetValueOrDefault(j - 1) + 1;
                if (here > length) (first, second, length) = (i - here + 1, j - here + 1, here);
            }

            lengths = next;
        }

        // Junk never starts a match, but a match grows over it.
        foreach (var junk in (bool[])[false, true])
        {
            while (first > firstLow && second > secondLow && IsJunk(_second[second - 1]) == junk && _first[first - 1] == _second[second - 1])
                (first, second, length) = (first - 1, second - 1, length + 1);
            while (first + length < firstHigh && second + length < secondHigh
                && IsJunk(_second[second + length]) == junk && _first[first + length] == _second[second + length])
                length++;
        }

        return (first, second, length);
    }

    private static bool IsJunk(char character) => character is ' ' or '\t';
}
