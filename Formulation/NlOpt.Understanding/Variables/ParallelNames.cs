using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>
/// Names found by their position: "Press A prints 10 sheets and costs $500. Press B prints 30 sheets and costs $1200." are one sentence said
/// twice, and what differs, besides the numbers, is what the two are about.
/// </summary>
internal sealed class ParallelNames
{
    private const int FewestTokens = 4;
    private const int MostTokens = 48;
    private const int MostClauses = 40;
    private const int Farthest = 5;
    private const int LongestName = 4;
    private const double LeastLikeness = 0.55;

    private readonly Token[] _tokens;
    private readonly Dictionary<(NameKey, NameKey), Support> _pairs = [];

    private ParallelNames(Token[] tokens) => _tokens = tokens;

    /// <summary>How two names were seen in parallel clauses.</summary>
    /// <param name="Count">In how many pairs of clauses.</param>
    /// <param name="Likeness">The highest likeness of these, in (0, 1].</param>
    /// <param name="IsFirst">They are the first difference of the clauses, before any number.</param>
    /// <param name="Extended">0 for just what differs, 1 with a common word behind, 2 with a common word before.</param>
    public readonly record struct Support(int Count, double Likeness, bool IsFirst, int Extended);

    /// <summary>All keys that parallel clauses offer.</summary>
    public HashSet<NameKey> Keys { get; } = [];

    /// <summary>What parallel clauses say of two names; null when they say nothing.</summary>
    public Support? Of(NameKey left, NameKey right) =>
        _pairs.TryGetValue((left, right), out var support) || _pairs.TryGetValue((right, left), out support) ? support : null;

    /// <summary>Compares the clauses of a text.</summary>
    public static ParallelNames Find(Token[] tokens)
    {
        var names = new ParallelNames(tokens);
        var clauses = Clauses(tokens);
        for (var left = 0; left < clauses.Count; left++)
            for (var right = left + 1; right < Math.Min(clauses.Count, left + 1 + Farthest); right++) names.Compare(clauses[left], clauses[right]);
        foreach (var (left, right) in Neighbours(tokens)) names.Compare(left, right);
        return names;
    }

    /// <summary>
    /// Parts of one sentence that say the same of two things, "scarves using 3 balls of wool and caps using 1 ball of wool": the left one
    /// as long as the right one, and by as many words longer as could belong to its name.
    /// </summary>
    private static List<((int First, int End) Left, (int First, int End) Right)> Neighbours(Token[] tokens)
    {
        var found = new List<((int First, int End) Left, (int First, int End) Right)>();
        for (var index = 1; index + 1 < tokens.Length && found.Count < MostClauses; index++)
        {
            if (tokens[index].Lower is not ("and" or "or" or ",") || tokens[index + 1].Lower is "and" or "or") continue;
            var start = tokens[index].Lower != "," && tokens[index - 1].Lower == "," ? index - 1 : index;
            var end = index + 1;
            while (end < tokens.Length && tokens[end].Lower is not ("," or "and" or "or" or "." or "?" or ";" or "if" or "how")) end++;
            var length = end - index - 1;
            if (length is < FewestTokens - 1 or > MostTokens || Array.FindIndex(tokens, index + 1, length, token => token.IsNumber) < 0) continue;
            for (var longer = 0; longer <= 2; longer++)
            {
                var first = start - length - longer;
                if (first < 0 || tokens[first].Sentence != tokens[index].Sentence) break;
                if (longer > 0 && (!tokens[first].IsWord || WordLists.NeverNames.Contains(tokens[first].Lower))) break;
                if (Array.FindIndex(tokens, first, start - first, token => token.IsNumber) >= 0) found.Add(((first, start), (index + 1, end)));
            }
        }

        return found;
    }

    /// <summary>Runs of tokens that could be told alike: sentences, cut where a further thing is begun; only those that hold a number.</summary>
    private static List<(int First, int End)> Clauses(Token[] tokens)
    {
        var clauses = new List<(int First, int End)>();
        var first = 0;
        for (var index = 1; index <= tokens.Length; index++)
        {
            if (index < tokens.Length && !StartsClause(tokens, index)) continue;
            var holdsNumber = Array.FindIndex(tokens, first, index - first, token => token.IsNumber) >= 0;
            if (holdsNumber && index - first is >= FewestTokens and <= MostTokens) clauses.Add((first, index));
            first = index;
        }

        return clauses.Count > MostClauses ? clauses[..MostClauses] : clauses;
    }

    private static bool StartsClause(Token[] tokens, int index)
    {
        if (tokens[index].Sentence != tokens[index - 1].Sentence) return true;
        var lower = tokens[index].Lower;
        if (lower is "while" or "whereas" or "but" or ";") return true;
        return lower == "and" && index + 1 < tokens.Length && tokens[index + 1].Lower is "each" or "every" or "a" or "an" or "one" or "the";
    }

    private static bool Agree(Token left, Token right) => left.IsNumber ? right.IsNumber : left.StemHash == right.StemHash;

    /// <summary>Aligns two clauses by their longest common subsequence and keeps what differs.</summary>
    private void Compare((int First, int End) left, (int First, int End) right)
    {
        var (rows, columns) = (left.End - left.First, right.End - right.First);
        var common = new byte[rows + 1, columns + 1];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                common[row, column] = Agree(_tokens[left.First + row], _tokens[right.First + column])
                    ? (byte)(common[row + 1, column + 1] + 1)
                    : Math.Max(common[row + 1, column], common[row, column + 1]);
            }
        }

        var likeness = 2.0 * common[0, 0] / (rows + columns);
        if (likeness < LeastLikeness) return;
        var (one, other, isFirst) = (0, 0, true);
        while (one < rows && other < columns)
        {
            var (from, otherFrom) = (one, other);
            while (one < rows && other < columns && !(Agree(_tokens[left.First + one], _tokens[right.First + other])
                && common[one, other] == common[one + 1, other + 1] + 1))
            {
                if (common[one + 1, other] >= common[one, other + 1]) one++;
                else other++;
            }

            if (one > from && other > otherFrom)
                isFirst &= !TakeWords(left.First + from, left.First + one, right.First + otherFrom, right.First + other, likeness, isFirst);
            if (one >= rows || other >= columns) break;
            var (token, counterpart) = (_tokens[left.First + one], _tokens[right.First + other]);
            if (token.IsNumber && token.Lower != counterpart.Lower)
                isFirst &= !TakeNumber(left.First + one, right.First + other, likeness, isFirst);
            if (token.IsNumber && !IsLabel(left.First + one)) isFirst = false;
            one++;
            other++;
        }
    }

    private bool TakeWords(int first, int end, int otherFirst, int otherEnd, double likeness, bool isFirst)
    {
        if (!TrimToName(ref first, ref end) || !TrimToName(ref otherFirst, ref otherEnd)) return false;
        Add(first, end, otherFirst, otherEnd, likeness, isFirst, 0);
        if (end < _tokens.Length && otherEnd < _tokens.Length && IsNoun(end) && !StandsBeforeAmount(end) && _tokens[end].StemHash == _tokens[otherEnd].StemHash)
            Add(first, end + 1, otherFirst, otherEnd + 1, likeness, isFirst, 1);
        if (first > 0 && otherFirst > 0 && IsNoun(first - 1) && _tokens[first - 1].StemHash == _tokens[otherFirst - 1].StemHash)
            Add(first - 1, end, otherFirst - 1, otherEnd, likeness, isFirst, 2);
        return true;
    }

    /// <summary>"Shop 1" against "shop 2".</summary>
    private bool TakeNumber(int index, int otherIndex, double likeness, bool isFirst)
    {
        if (!IsLabel(index) || !IsLabel(otherIndex) || _tokens[index - 1].StemHash != _tokens[otherIndex - 1].StemHash) return false;
        Add(index - 1, index + 1, otherIndex - 1, otherIndex + 1, likeness, isFirst, 2);
        return true;
    }

    /// <summary>A small number behind a noun that no other noun follows.</summary>
    private bool IsLabel(int index) => index > 0 && _tokens[index].Raw.Length <= 3 && IsNoun(index - 1) && _tokens[index - 1].Sentence == _tokens[index].Sentence
        && (index + 1 >= _tokens.Length || !_tokens[index + 1].IsWord || WordLists.NeverNames.Contains(_tokens[index + 1].Lower));

    private bool IsNoun(int index) => _tokens[index].IsWord && !_tokens[index].IsNumber && !WordLists.NeverNames.Contains(_tokens[index].Lower);

    /// <summary>True for the verb in "needs 80 minutes" and "costs $5".</summary>
    private bool StandsBeforeAmount(int index) => index + 1 < _tokens.Length && (_tokens[index + 1].IsNumber || _tokens[index + 1].Raw == "$");

    private bool TrimToName(ref int first, ref int end)
    {
        while (first < end && _tokens[first].Raw is not "A" && (!_tokens[first].IsWord || WordLists.Determiners.Contains(_tokens[first].Lower)
            || WordLists.Function.Contains(_tokens[first].Lower) || WordLists.UnitEnds.Contains(_tokens[first].Lower))) first++;
        while (first < end && !_tokens[end - 1].IsAlphanumeric) end--;
        if (end <= first || end - first > LongestName) return false;
        for (var index = first; index < end; index++)
        {
            var token = _tokens[index];
            if (token.Raw is "," or "." or "$" or ":") return false;
            if (index > first && token.IsNumber && token.Raw.Length > 2) return false;
        }

        return !_tokens[first].IsNumber;
    }

    private void Add(int first, int end, int otherFirst, int otherEnd, double likeness, bool isFirst, int extended)
    {
        if (NameKey.Of(_tokens, first, end) is not { } key || NameKey.Of(_tokens, otherFirst, otherEnd) is not { } other || key.Equals(other)) return;
        Keys.Add(key);
        Keys.Add(other);
        var pair = _pairs.ContainsKey((other, key)) ? (other, key) : (key, other);
        var known = _pairs.GetValueOrDefault(pair);
        _pairs[pair] = new Support(known.Count + 1, Math.Max(known.Likeness, likeness), known.IsFirst || isFirst, extended);
    }
}
