"""In place of pyHanko's own package of this name, which asks servers about certificates."""


class AIOHttpFetcherBackend:
    def __init__(self, *_of_a_server: object, **_also: object) -> None:
        raise NotImplementedError("This bundle speaks to no server.")
