namespace NlOpt.Dialogue.Conversation;

/// <summary>Who says something.</summary>
public enum Speaker
{
    /// <summary>The one who asks and sums up.</summary>
    Agent,

    /// <summary>The one who has the problem.</summary>
    Client,
}
