namespace NlOpt.Dialogue.Simulation.Users;

/// <summary>Makes typing errors: two letters swapped or one left out within a word.</summary>
internal static class TypingSlips
{
    private const int ShortestWord = 5;
    private const double Share = 0.5;

    /// <summary>The message with one slip in about every second message; numbers stay.</summary>
    public static string Apply(string message, Random random)
    {
        if (random.NextDouble() >= Share) return message;
        var words = message.Split(' ');
        var fitting = Enumerable.Range(0, words.Length)
            .Where(index => words[index].Length >= ShortestWord && words[index].All(char.IsLetter)).ToList();
        if (fitting.Count == 0) return message;
        var chosen = fitting[random.Next(fitting.Count)];
        var letters = words[chosen].ToList();
        var at = random.Next(1, letters.Count - 2);
        if (random.Next(2) == 0) (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        else letters.RemoveAt(at);
        words[chosen] = string.Concat(letters);
        return string.Join(' ', words);
    }
}
